import { describe, expect, it } from 'vitest'
import { consoleOf } from './world/console-of.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { script, signUpForm, snippet } from './world/page.js'
import { storedItems } from './world/stored-items.js'
import { untilQuiet } from './world/until-quiet.js'

inEveryEngine((world) => {
  async function shop(body = '', head = '') {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane')
    world.site('www.shop.test', { '*': { head: head + snippet(program.id), body } })
    return program
  }

  describe('Of a visitor whom nobody referred', () => {
    it('nothing is stored and nothing is sent, on any page', async () => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/')
      for (const path of ['/pricing', '/?utm_source=news', '/#/features']) {
        await tab.open(`http://www.shop.test${path}`)
        await untilQuiet(tab)
      }
      expect(await tab.cookies()).toEqual([])
      expect(await tab.run(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
      const asked = new Set(world.asked('pollen.test'))
      expect([...asked].sort()).toEqual([
        'GET /js/universal.js',
        `GET /program/${program.id}/settings/settings.js`,
      ])
    })

    it('not even the settings are asked for where the page carries them', async () => {
      const program = await world.pollen.newProgram()
      world.site('www.shop.test', {
        '*': { head: snippet(program.id, { load: { type: 'affiliate' } }) },
      })
      const tab = await world.visit('http://www.shop.test/')
      await untilQuiet(tab)
      expect(world.asked('pollen.test')).toEqual(['GET /js/universal.js'])
    })

    it('a sign-up form is not reported', async () => {
      const program = await shop(signUpForm(), '')
      const tab = await world.visit('http://www.shop.test/')
      await untilQuiet(tab)
      await tab.run(() => {
        const po = Reflect.get(window, 'po')
        po('integration', 'universal', null)
        document
          .querySelector('form')
          ?.addEventListener('submit', (event) => event.preventDefault())
      })
      await tab.type('[name=email]', 'ann@mail.test')
      await tab.click('button')
      await untilQuiet(tab)
      expect(world.signUps()).toEqual([])
      expect(await program.customers()).toEqual([])
    })
  })

  describe('Where the browser forbids', () => {
    it('cookies and storage, in a sandboxed frame, the click still counts (case 19)', async () => {
      const program = await shop()
      world.site('other.test', {
        '/': {
          body: `<iframe sandbox="allow-scripts" src="http://www.shop.test/?aff=jane"></iframe>`,
        },
      })
      await world.visit('http://other.test/')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it.each([
      ['cookies', `Object.defineProperty(Document.prototype, 'cookie', { get: deny, set: deny })`],
      ['localStorage', `Object.defineProperty(window, 'localStorage', { get: deny })`],
      ['storing', `Storage.prototype.setItem = deny; Storage.prototype.getItem = deny`],
      ['timings', `performance.getEntriesByType = deny`],
    ])(
      '%s, sign-ups of this page are credited, and nothing throws (case 19)',
      async (_, forbid) => {
        const deny = `function deny() { throw new DOMException('denied', 'SecurityError') }`
        const program = await shop('', script(`${deny}; ${forbid}`))
        const tab = await world.visit('http://www.shop.test/?aff=jane')
        await expect.poll(() => program.clicksOf('jane')).toBe(1)
        await tab.run(() =>
          Reflect.get(window, 'po')('customers', 'signup', { data: { email: 'ann@mail.test' } }),
        )
        expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
        expect((await consoleOf(tab)).errors).toEqual([])
      },
    )
  })

  describe('What is stored', () => {
    it('is two cookies and the settings, once the server has answered', async () => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await expect.poll(async () => Object.keys(await storedItems(tab))).toHaveLength(1)
      expect((await tab.cookies()).map(({ name }) => name).sort()).toEqual([
        'partnero_partner',
        'partnero_session_uuid',
      ])
    })
  })
})
