import { describe, expect, it } from 'vitest'
import type { Tab } from './engines/engine.js'
import { consoleOf } from './world/console-of.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { say, script, signUpForm, snippet } from './world/page.js'
import { storedItems } from './world/stored-items.js'
import { untilQuiet } from './world/until-quiet.js'

const SECRET = 'correct horse'

inEveryEngine((world) => {
  /** A referred visitor on a page with this body, on which forms are captured. */
  async function visitorBefore(body: string, options: object | null = null) {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane')
    const capture = say(`'integration', 'universal', ${JSON.stringify(options)}`)
    const head = snippet(program.id) + capture
    world.site('www.shop.test', { '*': { head }, '/sign-up': { head, body } })
    const tab = await world.visit('http://www.shop.test/?aff=jane')
    await expect.poll(() => program.clicksOf('jane')).toBe(1)
    await tab.open('http://www.shop.test/sign-up')
    await untilQuiet(tab)
    await tab.run(async (options) => {
      // Said again, it is as it was; this time there is somebody to tell when it is done.
      const { po } = window as unknown as { po: (...call: unknown[]) => Promise<unknown> }
      await po('integration', 'universal', options)
    }, options)
    return { program, tab }
  }

  const posted = () =>
    world.network.requests
      .filter(({ method, url }) => method === 'POST' && url.pathname === '/welcome')
      .map(({ body }) => Object.fromEntries(new URLSearchParams(body)))

  async function fillIn(tab: Tab, values: Record<string, string>) {
    for (const [selector, text] of Object.entries(values)) await tab.type(selector, text)
  }

  const ANN = { '[name=name]': 'Ann Lee', '[name=email]': 'ann@mail.test' }

  const cancelled = script(
    `document.querySelector('form').addEventListener('submit', function (event) { event.preventDefault() })`,
  )

  describe('A sign-up form', () => {
    it('is reported and goes its way: the browser navigates as without us (case 5, defect 10)', async () => {
      const { program, tab } = await visitorBefore(signUpForm())
      await fillIn(tab, { ...ANN, '[name=password]': SECRET })
      await tab.click('button')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      await expect.poll(posted).toMatchObject([{ email: 'ann@mail.test' }])
      expect(await program.customers()).toMatchObject([{ key: 'ann@mail.test', name: 'Ann Lee' }])
    })

    it('never gives away a password, a card number or a hidden field', async () => {
      const { program, tab } = await visitorBefore(`<form action="/welcome" method="post">
        <input name="email" type="email"><input name="pass" type="password">
        <input name="card" autocomplete="cc-number"><input name="name" type="hidden" value="${SECRET}">
        <button>Buy</button></form>`)
      await fillIn(tab, {
        '[name=email]': 'ann@mail.test',
        '[name=pass]': SECRET,
        '[name=card]': SECRET,
      })
      await tab.click('button')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      const toPollen = world.network.requests.filter(({ url }) => url.hostname === 'pollen.test')
      for (const { url, body } of toPollen) expect(url.href + body).not.toContain('horse')
    })

    it.each([
      ['that script sends', signUpForm() + cancelled],
      [
        'whose other handlers stop the event',
        signUpForm() +
          script(
            `document.querySelector('form').addEventListener('submit', function (event) { event.preventDefault(); event.stopImmediatePropagation() }, true)`,
          ),
      ],
    ])('%s is reported too', async (_, body) => {
      const { program, tab } = await visitorBefore(body)
      await fillIn(tab, ANN)
      await tab.click('button')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      expect(world.asked('www.shop.test')).not.toContain('POST /welcome')
      expect((await consoleOf(tab)).errors).toEqual([])
    })

    it('that is submitted by requestSubmit is reported', async () => {
      const { program, tab } = await visitorBefore(signUpForm() + cancelled)
      await fillIn(tab, ANN)
      await tab.run(() => document.querySelector('form')?.requestSubmit())
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('that was added later is reported', async () => {
      const { program, tab } = await visitorBefore('<main></main>')
      await tab.run((form) => {
        const main = document.querySelector('main')
        if (main) main.innerHTML = form
        document
          .querySelector('form')
          ?.addEventListener('submit', (event) => event.preventDefault())
      }, signUpForm())
      await fillIn(tab, ANN)
      await tab.click('button')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('that is clicked twice is one customer', async () => {
      const { program, tab } = await visitorBefore(signUpForm() + cancelled)
      await fillIn(tab, ANN)
      await tab.click('button')
      await tab.click('button')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      await untilQuiet(tab)
      expect(world.signUps()).toHaveLength(1)
    })

    it.each([
      ['', ''],
      [' though the browser lets it pass', 'novalidate'],
    ])('that is not valid yet is not reported%s', async (_, attributes) => {
      const { program, tab } = await visitorBefore(signUpForm(attributes) + cancelled)
      await fillIn(tab, { '[name=email]': 'ann' })
      await tab.click('button')
      await untilQuiet(tab)
      expect(await program.customers()).toEqual([])
      await fillIn(tab, { '[name=email]': '@mail.test' })
      await tab.click('button')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })
  })

  describe('A form that is submitted before the part for forms has come', () => {
    const emptied =
      script(`document.querySelector('form').addEventListener('submit', function (event) {
      event.preventDefault()
      this.reset()
      this.remove()
    })`)

    /** A referred visitor on a page whose part for forms is still on its way, with the form filled in. */
    async function hastyVisitor(body: string) {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      const head = snippet(program.id)
      const capture = say(`'integration', 'universal'`)
      world.site('www.shop.test', { '*': { head }, '/sign-up': { head: head + capture, body } })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      const release = world.network.hold(/forms\.js/)
      await tab.open('http://www.shop.test/sign-up')
      await expect.poll(() => world.asked('pollen.test')).toContain('GET /js/forms.js')
      await fillIn(tab, { '[name=email]': 'ann@mail.test' })
      return { program, tab, release }
    }

    it('is reported when it comes, though the page has emptied the form since (case 5)', async () => {
      const { program, tab, release } = await hastyVisitor(
        signUpForm().replaceAll('<input', '<input required') + emptied,
      )
      await fillIn(tab, { '[name=name]': 'Ann Lee', '[name=password]': SECRET })
      await tab.click('button')
      await untilQuiet(tab)
      expect(JSON.stringify(await storedItems(tab))).not.toContain('ann@mail.test')
      release()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      expect(await program.customers()).toMatchObject([{ name: 'Ann Lee' }])
      expect(world.signUps()).toHaveLength(1)
      expect((await consoleOf(tab)).errors).toEqual([])
    })

    it('waits with nineteen others at most: the oldest gives way', async () => {
      const { tab, release } = await hastyVisitor(signUpForm() + cancelled)
      await tab.run(() => {
        const form = document.querySelector('form')
        const email = form?.querySelector<HTMLInputElement>('[name=email]')
        for (let count = 0; count <= 20; count += 1) {
          if (email) email.value = `ann${count}@mail.test`
          form?.requestSubmit()
        }
      })
      release()
      // They are sent at once, so they arrive in any order.
      const addresses = () => world.signUps().map(({ data }) => data?.email)
      const expected = Array.from({ length: 20 }, (_, index) => `ann${index + 1}@mail.test`)
      await expect.poll(() => addresses().sort()).toEqual(expected.sort())
      await untilQuiet(tab)
      expect(addresses()).toHaveLength(20)
    })

    it('is left alone where the site says so, though the page has moved it since', async () => {
      const { program, tab, release } = await hastyVisitor(
        `<main data-po-ignore>${signUpForm()}</main>${emptied}`,
      )
      await tab.click('button')
      release()
      // The part hears what is submitted from now on.
      await tab.run(async () => {
        await Reflect.get(window, 'po')('integration', 'universal')
      })
      await untilQuiet(tab)
      expect(world.signUps()).toEqual([])
      expect(await program.customers()).toEqual([])
    })

    it('is reported where the page has asked for the part ahead, and is gone before it would come (case 5)', async () => {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      const part = 'http://pollen.test/js/forms.js'
      const preload = `<link rel="preload" as="script" href="${part}">`
      const head = preload + snippet(program.id)
      world.site('www.shop.test', { '/sign-up': { head, body: signUpForm() } })
      const tab = await world.visit('http://www.shop.test/sign-up?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await expect
        .poll(() => tab.run((part) => performance.getEntriesByName(part).length, part))
        .toBe(1)
      world.network.hold(/forms\.js/)
      await tab.run(() => void Reflect.get(window, 'po')('integration', 'universal'))
      await fillIn(tab, ANN)
      await tab.click('button')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('is reported though the page is being left', async (context) => {
      if (world.engine.name !== 'chromium') {
        world.cannot(context, 'stops loading the scripts of a page that is being left')
      }
      const { program, tab, release } = await hastyVisitor(signUpForm())
      const arrive = world.network.hold(/welcome/)
      await tab.run(() => void setTimeout(() => document.querySelector('form')?.requestSubmit()))
      await expect.poll(() => world.asked('www.shop.test')).toContain('POST /welcome')
      release()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      arrive()
    })
  })

  /** A form in the shadow tree of an element of its own; the script that sends it is in there. */
  const inShadow = (tab: Tab, body: string) =>
    tab.run((body) => {
      const root = document.body
        .appendChild(document.createElement('sign-up'))
        .attachShadow({ mode: 'open' })
      root.innerHTML = body
      root.addEventListener('submit', (event) => event.preventDefault())
    }, body)

  describe('A sign-up form in a component', () => {
    it('is reported, though its events do not leave the shadow tree', async () => {
      const { program, tab } = await visitorBefore('<main></main>')
      await inShadow(tab, signUpForm())
      await tab.run(() => {
        const { shadowRoot } = document.querySelector('sign-up') ?? {}
        const email = shadowRoot?.querySelector<HTMLInputElement>('[name=email]')
        email?.focus()
        if (email) email.value = 'ann@mail.test'
        shadowRoot?.querySelector('button')?.click()
      })
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('is reported once where it is in a slot', async () => {
      const { program, tab } = await visitorBefore(`<main>${signUpForm()}</main>${cancelled}`)
      await tab.run(() => {
        const root = document.querySelector('main')?.attachShadow({ mode: 'open' })
        if (root) root.innerHTML = '<section><slot></slot></section>'
      })
      await fillIn(tab, ANN)
      await tab.click('button')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      await untilQuiet(tab)
      expect(world.signUps()).toHaveLength(1)
    })
  })

  describe('The key as a hidden value', () => {
    const contact = `<form action="/welcome" method="post"><input name="text" value="Hi"><button>Send</button></form>`

    it('is in what a form sends, on request, and not in the page', async () => {
      const { tab } = await visitorBefore(contact, { hidden_field: 'referral' })
      const before = await tab.run(() => document.body.innerHTML)
      await tab.run(() => {
        const form = document.querySelector('form')
        if (form)
          fetch('/welcome', {
            method: 'POST',
            body: new URLSearchParams(new FormData(form) as never),
          })
      })
      await expect.poll(posted).toEqual([{ text: 'Hi', referral: 'jane' }])
      expect(await tab.run(() => document.body.innerHTML)).toBe(before)
      await tab.click('button')
      await expect.poll(posted).toHaveLength(2)
      expect(posted()[1]).toEqual({ text: 'Hi', referral: 'jane' })
    })

    it('is nowhere without a request, nor in a form that the site excludes', async () => {
      const { tab } = await visitorBefore(contact)
      await tab.click('button')
      await expect.poll(posted).toEqual([{ text: 'Hi' }])
      const excluded = await visitorBefore(contact.replace('<form', '<form data-po-ignore'), {
        hidden_field: 'referral',
      })
      await excluded.tab.click('button')
      await expect.poll(posted).toHaveLength(2)
      expect(posted()[1]).toEqual({ text: 'Hi' })
    })
  })

  describe('No sign-up form is', () => {
    it.each([
      [
        'a login',
        '<form><input type="email" name="email" value="ann@mail.test"><input type="password" autocomplete="current-password"><button>Log in</button></form>',
      ],
      [
        'a search',
        '<form role="search"><input type="search" name="q" value="shoes@home"><button>Search</button></form>',
      ],
      [
        'one that the site excludes',
        '<form data-po-ignore><input type="email" name="email" value="ann@mail.test"><button>Sign up</button></form>',
      ],
      ['one without an address', '<form><input name="name" value="Ann"><button>Go</button></form>'],
    ])('%s', async (_, body) => {
      const { program, tab } = await visitorBefore(body + cancelled)
      await tab.click('button')
      await untilQuiet(tab)
      expect(world.signUps()).toEqual([])
      expect(await program.customers()).toEqual([])
    })
  })
})
