import { describe, expect, it } from 'vitest'
import type { Tab } from './engines/engine.js'
import { consoleOf } from './world/console-of.js'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { script, signUpForm, snippet } from './world/page.js'
import { storedItems } from './world/stored-items.js'
import { untilQuiet } from './world/until-quiet.js'
import { untilWatched } from './world/until-watched.js'

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
      await tab.run(async () => {
        document
          .querySelector('form')
          ?.addEventListener('submit', (event) => event.preventDefault())
        await Reflect.get(window, 'po')('integration', 'universal', null)
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

    it('timings, a page without a key is ready all the same, and nothing throws (case 19)', async () => {
      const program = await shop(
        '',
        script(`performance.getEntriesByType = () => { throw Error() }`),
      )
      const tab = await world.visit('http://www.shop.test/')
      await tab.run(
        () => new Promise<void>((resolve) => Reflect.get(window, 'po')('ready', resolve)),
      )
      await untilQuiet(tab)
      expect((await consoleOf(tab)).errors).toEqual([])
      expect(await program.clicksOf('jane')).toBe(0)
    })
  })

  describe('What is stored', () => {
    it('is two cookies and the settings, once the server has answered', async () => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await expect
        .poll(async () => Object.keys(await storedItems(tab)))
        .toEqual([`pollen_${program.id}`])
      expect((await tab.cookies()).map(({ name }) => name).sort()).toEqual([
        'partnero_partner',
        'partnero_session_uuid',
      ])
    })
  })

  describe('Where consent is required', () => {
    const CONSENT = { type: 'affiliate', consent: 'required' }

    /** What this visitor's browser keeps: names of cookies, then of items. */
    const kept = async (tab: Tab) => [
      ...(await tab.cookies()).map(({ name }) => name),
      ...Object.keys(await storedItems(tab)),
    ]

    async function undecided() {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane', 'Jane')
      world.site('www.shop.test', { '*': { head: snippet(program.id, { load: CONSENT }) } })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await untilQuiet(tab)
      return { program, tab }
    }

    const say = (tab: Tab, word: 'grant' | 'revoke') =>
      tab.run((word) => Reflect.get(window, 'po')('consent', word), word)

    it('nothing is kept or reported before it is given (case 11)', async () => {
      const { tab } = await undecided()
      expect(await kept(tab)).toEqual([])
      expect(world.clicks()).toEqual([])
    })

    it('the landing is kept and reported when it is given, on whatever route (case 11)', async () => {
      const { program, tab } = await undecided()
      await tab.run(() => history.pushState(null, '', '/pricing'))
      await say(tab, 'grant')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('and is not asked for again on the pages that follow', async () => {
      const { program, tab } = await undecided()
      await say(tab, 'grant')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await program.addPartner('joe')
      await tab.open('http://www.shop.test/?aff=joe')
      await expect.poll(() => program.clicksOf('joe')).toBe(1)
    })

    it('a refusal costs the statistics, not the commission (case 11)', async () => {
      const { program, tab } = await undecided()
      await say(tab, 'revoke')
      await tab.run(() =>
        Reflect.get(window, 'po')('customers', 'signup', { data: { email: 'ann@mail.test' } }),
      )
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
      expect(await kept(tab)).toEqual([])
      expect(world.clicks()).toEqual([])
    })

    it('nor on the pages that follow: links within the site carry the key (case 11)', async () => {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane', 'Jane')
      const body = '<a href="/pricing">Pricing</a>'
      world.site('www.shop.test', { '*': { head: snippet(program.id, { load: CONSENT }), body } })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await untilQuiet(tab)
      await untilWatched(tab)
      await tab.click('a')
      await expect.poll(() => tab.run(() => location.pathname)).toBe('/pricing')
      await untilQuiet(tab)
      await tab.run(() =>
        Reflect.get(window, 'po')('customers', 'signup', { data: { email: 'ann@mail.test' } }),
      )
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
      expect(await kept(tab)).toEqual([])
    })

    it('what was kept goes when it is taken back, from every scope', async () => {
      const { program, tab } = await undecided()
      await say(tab, 'grant')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.run(() => {
        // biome-ignore-start lint/suspicious/noDocumentCookie: as an earlier script wrote it, for this host alone
        document.cookie = 'partnero_partner=old; path=/'
        document.cookie = 'site=own; path=/'
        // biome-ignore-end lint/suspicious/noDocumentCookie: as above
        localStorage.setItem('own', '1')
      })
      await say(tab, 'revoke')
      expect((await tab.cookies()).map(({ name }) => name)).toEqual(['site'])
      expect(await tab.run(() => Object.keys(localStorage))).toEqual(['own'])
    })

    it('the word of a consent platform of the IAB counts', async () => {
      const { program, tab } = await undecided()
      await tab.run(() => {
        let tell = (_data: object, _isSuccess: boolean) => {}
        Reflect.set(
          window,
          '__tcfapi',
          (_command: string, _version: number, listener: typeof tell) => {
            tell = listener
            Reflect.set(window, 'isHeard', true)
          },
        )
        dispatchEvent(new Event('load'))
        Reflect.set(window, 'agree', () =>
          tell({ eventStatus: 'useractioncomplete', purpose: { consents: { 1: true } } }, true),
        )
      })
      await expect.poll(() => tab.run(() => Reflect.get(window, 'isHeard'))).toBe(true)
      expect(await kept(tab)).toEqual([])
      await tab.run(() => Reflect.get(window, 'agree')())
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })
  })
})
