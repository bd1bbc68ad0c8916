import { beforeEach, describe, expect, it } from 'vitest'
import { submittedSignUp } from '../../src/sign-up-form.js'

/** Who signs up by a form with these fields, were it submitted now. */
function submit(fields: string) {
  document.body.innerHTML = `<form>${fields}</form>`
  const form = document.querySelector('form') as HTMLFormElement
  let result: ReturnType<typeof submittedSignUp>
  form.addEventListener('submit', (event) => {
    result = submittedSignUp(event)
  })
  form.dispatchEvent(new Event('submit'))
  return result
}

const EMAIL = '<input type="email" name="email" value="ada@shop.example">'

beforeEach(() => {
  document.body.innerHTML = ''
})

describe('A sign-up form', () => {
  it.each([
    ['<input type="email" value="ada@shop.example">'],
    ['<input name="email" value="ada@shop.example">'],
    ['<input name="user[email]" value="ada@shop.example">'],
    ['<input name="E-Mail" value="ada@shop.example">'],
    ['<input id="signup_email" value="ada@shop.example">'],
    ['<input autocomplete="email" name="field_7" value="ada@shop.example">'],
    ['<input type="email" value=" ada@shop.example ">'],
    ['<input type="email" name="work" value=""><input type="email" value="ada@shop.example">'],
  ])('has the address of the customer in %s', (fields) => {
    expect(submit(fields)).toMatchObject({ key: 'ada@shop.example', email: 'ada@shop.example' })
  })

  it.each([
    ['<input name="name" value="Ada">', 'Ada', undefined],
    ['<input name="user[name]" value="Ada">', 'Ada', undefined],
    ['<input autocomplete="name" name="x1" value="Ada">', 'Ada', undefined],
    ['<input name="full_name" value="Ada Lovelace">', 'Ada Lovelace', undefined],
    ['<input name="your-name" value="Ada">', 'Ada', undefined],
    [
      '<input name="first_name" value="Ada"><input name="last_name" value="Lovelace">',
      'Ada',
      'Lovelace',
    ],
    [
      '<input name="firstName" value="Ada"><input name="lastName" value="Lovelace">',
      'Ada',
      'Lovelace',
    ],
    [
      '<input autocomplete="given-name" value="Ada"><input autocomplete="family-name" value="Lovelace">',
      'Ada',
      'Lovelace',
    ],
    ['<input name="surname" value="Lovelace">', undefined, 'Lovelace'],
    ['<input name="username" value="ada42">', undefined, undefined],
    ['<input name="company_name" value="Engines Ltd">', undefined, undefined],
    ['<input autocomplete="cc-name" name="holder" value="A LOVELACE">', undefined, undefined],
  ])('has the name in %s: %s %s', (fields, name, surname) => {
    const signUp = submit(EMAIL + fields)
    expect([signUp?.name, signUp?.surname]).toEqual([name, surname])
  })

  it('gives away nothing but address and name', () => {
    const signUp = submit(`${EMAIL}
      <input name="name" value="Ada">
      <input type="password" name="name" value="secret">
      <input type="password" name="password" autocomplete="new-password" value="secret">
      <input type="hidden" name="name" value="token">
      <input type="hidden" name="email" value="hidden@shop.example">
      <input autocomplete="cc-number" name="card" value="4111">
      <textarea name="name">notes</textarea>`)
    expect(JSON.parse(JSON.stringify(signUp))).toEqual({
      key: 'ada@shop.example',
      email: 'ada@shop.example',
      name: 'Ada',
    })
  })

  it.each([
    ['without an address', '<input name="name" value="Ada">'],
    ['with an address that is none', '<input type="text" name="email" value="ada">'],
    ['with an empty address', '<input type="email" value="">'],
    [
      'with an address in a hidden field alone',
      '<input type="hidden" name="email" value="a@b.example">',
    ],
    ['to log in', `${EMAIL}<input type="password" autocomplete="current-password" value="secret">`],
    ['to search', '<input type="search" name="q" value="ada@shop.example">'],
  ])('is none %s', (_, fields) => {
    expect(submit(fields)).toBeUndefined()
  })

  it('is none when something else is submitted', () => {
    expect(submittedSignUp(new Event('submit'))).toBeUndefined()
  })
})
