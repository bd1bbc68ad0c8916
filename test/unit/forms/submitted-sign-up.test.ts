import { describe, expect, it } from 'vitest'
import { submission } from '../../../src/forms/submission.js'
import { submittedSignUp } from '../../../src/forms/submitted-sign-up.js'
import type { SignUpData } from '../../../src/sign-up-data.js'

/** Who signs up by the form of this page, were it submitted now. */
function submitPage(html: string): SignUpData | undefined {
  document.body.innerHTML = html
  const form = document.querySelector('form') as HTMLFormElement
  let result: SignUpData | undefined
  form.addEventListener('submit', (event) => {
    const submitted = submission(event)
    result = submitted && submittedSignUp(submitted)
  })
  form.dispatchEvent(new Event('submit', { bubbles: true }))
  return result
}

const submit = (fields: string, attributes = '') =>
  submitPage(`<form ${attributes}>${fields}</form>`)

const ADDRESS = 'ada@shop.example'

const EMAIL = `<input type="email" name="email" value="${ADDRESS}">`

const PASSWORD = '<input type="password" name="password" value="secret">'

describe('A sign-up form', () => {
  it.each([
    ['<input type="email" value="ada@shop.example">'],
    ['<input name="email" value="ada@shop.example">'],
    ['<input name="user[email]" value="ada@shop.example">'],
    ['<input name="E-Mail" value="ada@shop.example">'],
    ['<input name="emailAddress" value="ada@shop.example">'],
    ['<input id="signup_email" value="ada@shop.example">'],
    ['<input autocomplete="section-a email" name="field_7" value="ada@shop.example">'],
    ['<input type="email" value=" ada@shop.example ">'],
    ['<input type="email" name="work" value=""><input type="email" value="ada@shop.example">'],
    [
      '<input name="mailing" value="none"><input name="mail" type="email" value="ada@shop.example">',
    ],
    ['<label>Your e-mail address (required) <input name="f1" value="ada@shop.example"></label>'],
    ['<label for="f1">E-Mail-Adresse *</label><input id="f1" value="ada@shop.example">'],
    ['<input name="f1" placeholder="Correo electrónico" value="ada@shop.example">'],
    ['<input name="f1" aria-label="Adresse électronique" value="ada@shop.example">'],
    ['<input name="f1" placeholder="El. pašto adresas" value="ada@shop.example">'],
    ['<label>メールアドレス<input name="f1" value="ada@shop.example"></label>'],
    ['<input name="contact" data-po-email value="ada@shop.example">'],
    ['<input type="email" value="friend@x.example"><input data-po-email value="ada@shop.example">'],
  ])('has the address of the customer in %s', (fields) => {
    expect(submit(fields)).toMatchObject({ key: ADDRESS, email: ADDRESS })
  })

  it.each([
    ['<input name="name" value="Ada">', 'Ada', undefined],
    ['<input name="user[name]" value="Ada">', 'Ada', undefined],
    ['<input autocomplete="name" name="x1" value="Ada">', 'Ada', undefined],
    ['<input name="full_name" value="Ada Lovelace">', 'Ada Lovelace', undefined],
    ['<input name="your-name" value="Ada">', 'Ada', undefined],
    ['<input id="signup_first_name" value="Ada">', 'Ada', undefined],
    ['<input name="fname" value="Ada"><input name="lname" value="Byron">', 'Ada', 'Byron'],
    ['<input name="firstName" value="Ada"><input name="lastName" value="Byron">', 'Ada', 'Byron'],
    [
      '<input autocomplete="given-name" value="Ada"><input autocomplete="family-name" value="Byron">',
      'Ada',
      'Byron',
    ],
    ['<input name="surname" value="Byron">', undefined, 'Byron'],
    [
      '<label>Vorname <input value="Ada"></label><label>Name* <input value="Byron"></label>',
      'Ada',
      'Byron',
    ],
    [
      '<label>Nombre <input value="Ada"></label><label>Apellidos <input value="Byron"></label>',
      'Ada',
      'Byron',
    ],
    [
      '<input placeholder="Prénom" value="Ada"><input placeholder="Nom" value="Byron">',
      'Ada',
      'Byron',
    ],
    ['<input placeholder="Nom" value="Ada Byron">', 'Ada Byron', undefined],
    [
      '<label>Vardas <input value="Ada"></label><label>Pavardė <input value="Byron"></label>',
      'Ada',
      'Byron',
    ],
    [
      '<label>姓 <input value="山田"></label><label>名（必須） <input value="花子"></label>',
      '花子',
      '山田',
    ],
    ['<label>お名前 <input value="山田花子"></label>', '山田花子', undefined],
    [
      '<input data-po-name name="q7" value="Ada"><input name="name" value="Engines">',
      'Ada',
      undefined,
    ],
    ['<input name="username" value="ada42">', undefined, undefined],
    ['<input name="user_name" value="ada42">', undefined, undefined],
    ['<input name="company_name" value="Engines Ltd">', undefined, undefined],
    ['<label>Company name <input value="Engines Ltd"></label>', undefined, undefined],
    ['<input autocomplete="cc-name" name="name" value="A BYRON">', undefined, undefined],
    ['<input name="name" data-po-ignore value="Ada">', undefined, undefined],
  ])('has the name in %s: %s %s', (fields, name, surname) => {
    const signUp = submit(EMAIL + fields)
    expect([signUp?.name, signUp?.surname]).toEqual([name, surname])
  })

  it('has the key of the customer where the site says so', () => {
    expect(submit(`${EMAIL}<input data-po-key value="ada42">`)).toMatchObject({
      key: 'ada42',
      email: ADDRESS,
    })
  })

  it('gives away nothing but address and name', () => {
    const signUp = submit(`${EMAIL}
      <input name="name" value="Ada">
      <input type="password" name="name" value="secret">
      <input type="password" data-po-surname autocomplete="new-password" value="secret">
      <input type="hidden" name="name" value="token">
      <input type="hidden" data-po-key value="token">
      <input autocomplete="cc-number" name="card" value="4111">
      <input name="surname" value="4111 1111 1111 1111">
      <textarea name="name">notes</textarea>`)
    expect(JSON.parse(JSON.stringify(signUp))).toEqual({
      key: ADDRESS,
      email: ADDRESS,
      name: 'Ada',
    })
  })

  it.each([
    ['a button that says so', `${EMAIL}${PASSWORD}<button>Sign up</button>`, 'action="/login"'],
    ['a new password', `${EMAIL}<input type="password" autocomplete="new-password">`, 'id="login"'],
    ['a password that is typed twice', EMAIL + PASSWORD + PASSWORD, 'action="/sessions"'],
    ['a button of two meanings', `${EMAIL}${PASSWORD}<button>Anmelden</button>`, ''],
    ['the mark of the site', `${EMAIL}<button>Log in</button>`, 'data-po-signup'],
    ['nothing that speaks against it', `${EMAIL}${PASSWORD}<button>Continue</button>`, ''],
    ['a field that hides what the form is', `${EMAIL}<input name="id" value="login">`, ''],
    ['a newsletter to subscribe to', `${EMAIL}<button>Subscribe</button>`, ''],
  ])('is one with %s', (_, fields, attributes) => {
    expect(submit(fields, attributes)).toMatchObject({ email: ADDRESS })
  })
})

describe('No sign-up form is one', () => {
  it.each([
    ['without an address', '<input name="name" value="Ada">', ''],
    ['with an address that is none', '<input type="text" name="email" value="ada">', ''],
    ['with an empty address', '<input type="email" value="">', ''],
    ['with a hidden address alone', `<input type="hidden" name="email" value="${ADDRESS}">`, ''],
    [
      'with the current password',
      `${EMAIL}<input type="password" autocomplete="section-a current-password">`,
      '',
    ],
    ['that says "Log in"', `${EMAIL}${PASSWORD}<button>Log in</button>`, ''],
    ['that says "Sign in"', `${EMAIL}<input type="submit" value="Sign in">`, ''],
    ['that says "Iniciar sesión"', `${EMAIL}${PASSWORD}<button>Iniciar sesión</button>`, ''],
    ['that says "Se connecter"', `${EMAIL}${PASSWORD}<button>Se connecter</button>`, ''],
    ['that says "Prisijungti"', `${EMAIL}${PASSWORD}<button>Prisijungti</button>`, ''],
    ['that says "ログイン"', `${EMAIL}${PASSWORD}<button>ログイン</button>`, ''],
    [
      'that goes to a log-in',
      `${EMAIL}${PASSWORD}<button>Anmelden</button>`,
      'action="/user-login"',
    ],
    ['called loginForm', `${EMAIL}${PASSWORD}<button>OK</button>`, 'id="loginForm"'],
    ['for a new password', `${EMAIL}<button>Send</button>`, 'action="/users/password"'],
    ['that says "Passwort vergessen"', `${EMAIL}<button>Passwort vergessen?</button>`, ''],
    ['that says "Restablecer contraseña"', `${EMAIL}<button>Restablecer contraseña</button>`, ''],
    ['that says "パスワードを再設定"', `${EMAIL}<button>パスワードを再設定</button>`, ''],
    ['to unsubscribe', `${EMAIL}<button>Unsubscribe</button>`, ''],
    ['that says "Se désabonner"', `${EMAIL}<button>Se désabonner</button>`, ''],
    ['to search', EMAIL, 'role="search"'],
    ['that the site excludes', EMAIL, 'data-po-ignore'],
    ['whose address the site excludes', `<p data-po-ignore>${EMAIL}</p>`, ''],
  ])('%s', (_, fields, attributes) => {
    expect(submit(fields, attributes)).toBeUndefined()
  })

  it.each([['search'], ['section data-po-ignore']])('inside of <%s>', (parent) => {
    expect(submitPage(`<${parent}><form>${EMAIL}</form>`)).toBeUndefined()
  })

  it('where something else is submitted', () => {
    expect(submission(new Event('submit'))).toBeUndefined()
  })
})
