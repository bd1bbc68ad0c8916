import { describe, expect, it } from 'vitest'
import type { Tab } from './engines/engine.js'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { page, script, snippet } from './world/page.js'
import { shopIn } from './world/shop.js'
import { storedItems } from './world/stored-items.js'
import { untilQuiet } from './world/until-quiet.js'

const DAY = 24 * 60 * 60

/** On this page the visitor's time goes by a hundred times as fast. */
const quick = script(`
  window.setTimeout = (function (timeout) {
    return function (task, delay) { return timeout(task, delay / 100) }
  })(window.setTimeout)`)

/** How many days the cookies of this page's address still have, by name. */
const daysLeft = async (tab: Tab): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await tab.cookies()).map(({ name, expires = 0 }) => [
      name,
      Math.round((expires - Date.now() / 1000) / DAY),
    ]),
  )

inEveryEngine((world) => {
  const shop = shopIn(world)

  describe('What a landing leaves behind', () => {
    it('counts the click once and remembers who referred, for the whole domain (case 1)', async () => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      const [cookie] = (await tab.cookies()).filter(({ name }) => name === 'partnero_partner')
      expect(cookie).toMatchObject({ value: 'jane', domain: '.shop.test', path: '/' })
      expect(cookie).toMatchObject({ secure: false, sameSite: 'Lax' })

      await tab.open('http://app.shop.test/sign-up')
      const request = world.network.requests.find(({ url }) => url.host === 'app.shop.test')
      expect(request?.headers.cookie).toContain('partnero_partner=jane')
      await untilQuiet(tab)
      expect(world.clicks()).toHaveLength(1)
    })

    it('leaves no trace of looking for the widest domain (case 1)', async () => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect((await tab.cookies()).map(({ name }) => name).sort()).toEqual([
        'partnero_partner',
        'partnero_session_uuid',
      ])
    })

    it('stays on one host where the site says so, unseen by its neighbours (case 1)', async () => {
      const program = await shop()
      const load = { type: 'affiliate', cookie_domain: 'www.shop.test' }
      world.site('www.shop.test', { '*': { head: snippet(program.id, { load }) } })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      await tab.open('http://app.shop.test/')
      expect(await cookieValues(tab)).not.toHaveProperty('partnero_partner')
    })

    it('works on an IP address, where cookies have no domain', async () => {
      const program = await shop({ website: 'http://192.0.2.7' })
      world.network.host('192.0.2.7', () => page({ head: snippet(program.id) }))
      const tab = await world.visit('http://192.0.2.7/?aff=jane')
      // It does not count: on an address that could be anybody's, a browser that is driven is a bot.
      await expect.poll(() => world.clicks()).toMatchObject([{ key: 'jane' }])
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it.each([
      [7, 7],
      [90, 90],
      [4000, 400],
      [null, 400],
    ])('lasts as the program says, not as the page does: %s days (case 16)', async (days, kept) => {
      await shop({ cookie_lifetime_days: days })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => cookieValues(tab)).toHaveProperty('partnero_partner')
      const { expires = 0 } =
        (await tab.cookies()).find(({ name }) => name === 'partnero_partner') ?? {}
      expect((expires - Date.now() / 1000) / DAY).toBeCloseTo(kept, 1)
    })

    it('renews what lasts for a lifetime at the next visit, and nothing else (defect 8)', async () => {
      const old = new Date(Date.now() + 5 * DAY * 1000).toUTCString()
      for (const [days, expected] of [
        [30, 5],
        [null, 400],
      ] as const) {
        world.network.host('other.test', () =>
          page({ headers: { 'set-cookie': `partnero_partner=jane; path=/; expires=${old}` } }),
        )
        const program = await world.pollen.newProgram({ cookie_lifetime_days: days })
        const tab = await world.visit('http://other.test/')
        world.site('other.test', { '*': { head: snippet(program.id) } })
        await tab.open('http://other.test/again')
        await untilQuiet(tab)
        const { expires = 0 } =
          (await tab.cookies()).find(({ name }) => name === 'partnero_partner') ?? {}
        expect((expires - Date.now() / 1000) / DAY).toBeCloseTo(expected, 1)
      }
    })

    it('is written before the network answers where the settings are known (case 4)', async () => {
      const program = await shop()
      world.network.hold(/clicks|settings/)
      const load = { type: 'affiliate' }
      world.site('www.shop.test', { '*': { head: snippet(program.id, { load }) } })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => world.clicks()).toHaveLength(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      expect(world.asked('pollen.test')).not.toContain(
        `GET /program/${program.id}/settings/settings.js`,
      )
    })

    it('is written with defaults where a blocker stops the settings (case 4)', async () => {
      const program = await shop()
      world.network.cut(/settings\.js/)
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('is written with defaults where slow settings do not come in time (case 4)', async () => {
      const program = await shop({}, quick)
      world.network.hold(/settings\.js/)
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('lasts as the program says though slow settings come later (case 16)', async () => {
      const program = await shop({ cookie_lifetime_days: 90 }, quick)
      const arrive = world.network.hold(/settings\.js/)
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await daysLeft(tab)).toMatchObject({ partnero_partner: 30, partnero_session_uuid: 30 })
      arrive()
      const expected = { partnero_partner: 90, partnero_session_uuid: 90 }
      await expect.poll(() => daysLeft(tab)).toMatchObject(expected)
      expect(world.clicks()).toHaveLength(1)
    })

    it('is not renewed by slow settings where it is of an earlier visit (defect 8)', async () => {
      const program = await shop({ cookie_lifetime_days: 90, attribution: 'first_click' }, quick)
      await program.addPartner('bob')
      const tab = await world.visit('http://www.shop.test/robots.txt')
      await tab.run((seconds) => {
        // biome-ignore lint/suspicious/noDocumentCookie: not every engine has the Cookie Store API
        document.cookie = `partnero_partner=jane; Domain=shop.test; Path=/; Max-Age=${seconds}`
      }, 5 * DAY)
      const arrive = world.network.hold(/settings\.js/)
      await tab.open('http://www.shop.test/?aff=bob')
      await expect.poll(() => program.clicksOf('bob')).toBe(1)
      arrive()
      // They are kept when they have been followed.
      await expect.poll(async () => Object.values(await storedItems(tab)).join()).toMatch('"type"')
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      expect(await daysLeft(tab)).toMatchObject({ partnero_partner: 5 })
    })

    it('is written when the visitor leaves before slow settings have come (case 4)', async () => {
      await shop()
      const arrive = world.network.hold(/settings\.js/)
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => world.asked('pollen.test')).toHaveLength(2)
      world.site('app.shop.test', { '*': {} })
      await tab.open('http://app.shop.test/')
      await expect.poll(() => cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      arrive()
    })

    it('lets a referred visitor wait for nothing at the next visit', async () => {
      const program = await shop()
      await program.addPartner('joe')
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      world.network.hold(/settings\.js/)
      await tab.open('http://www.shop.test/?aff=joe')
      await expect.poll(() => program.clicksOf('joe')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'joe' })
    })
  })

  describe('Where the key is found', () => {
    it('in the address that the browser asked for, though a router has changed it (case 3)', async () => {
      const program = await shop({}, script('history.replaceState(null, "", "/")'))
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      expect(world.clicks()).toMatchObject([{ url: 'http://www.shop.test/?aff=jane' }])
    })

    it('in the address as it was when the bundle came, though settings come later (case 3)', async () => {
      // The browser's own record of the navigation has no key: only who reads at once can tell.
      const program = await shop({}, script('history.replaceState(null, "", "/?aff=jane")'))
      const arrive = world.network.hold(/settings\.js/)
      const tab = await world.visit('http://www.shop.test/')
      await expect.poll(() => world.asked('pollen.test').at(-1)).toMatch(/settings\.js/)
      await tab.run(() => history.replaceState(null, '', '/stripped'))
      arrive()
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(world.clicks()).toMatchObject([{ url: 'http://www.shop.test/?aff=jane' }])
    })

    it.each([
      ['a parameter of the program’s own', { parameter: 'via' }, '/?via=jane'],
      ['a segment of the path', { url_format: 'link' }, '/aff/jane'],
      ['a segment deep in the path', { url_format: 'link' }, '/en/aff/jane/offer'],
      ['a query behind a hash route', {}, '/#/pricing?aff=jane'],
    ] as const)('in %s', async (_, settings, path) => {
      const program = await shop(settings)
      const tab = await world.visit(`http://www.shop.test${path}`)
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it.each([
      ['the History API', () => history.pushState(null, '', '/offer?aff=jane')],
      ['a hash', () => location.assign('#/offer?aff=jane')],
    ])('in the address that a single-page app changes to by %s', async (_, navigate) => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/')
      await untilQuiet(tab)
      await tab.run(navigate)
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('on a page from a cache that the server never saw (case 20)', async () => {
      const program = await shop({ url_format: 'link' })
      await program.call('PUT', '/settings', { settings: { domains: ['cache.test'] } })
      const tab = await world.visit('http://www.shop.test/')
      await untilQuiet(tab)
      const cached = page({ head: snippet(program.id) })
      world.network.host('www.shop.test', () => {
        throw new Error('The site is down.')
      })
      world.network.host('cache.test', () => cached)
      await tab.open('http://cache.test/c/www.shop.test/aff/jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it.each(['', '%00', 'x'.repeat(256), '%E0%A4%A'])('but not in ?aff=%s', async (key) => {
      await shop()
      const tab = await world.visit(`http://www.shop.test/?aff=${key}`)
      await untilQuiet(tab)
      // A browser makes of a broken escape what the URL standard says; it is somebody's key then.
      const expected = key === '%E0%A4%A' ? [expect.any(String)] : []
      await expect.poll(() => world.clicks().map((click) => click.key)).toEqual(expected)
    })

    it.each([
      'a+b',
      'jane@mail.test',
      '100%',
      'two words',
      'Jürgen',
      '价格',
      "o'hara!*()",
      'a=b;c,d',
      '"q"',
    ])('and comes out as it went in: %s (case 21, defect 3)', async (key) => {
      const program = await shop()
      await program.addPartner(key)
      const tab = await world.visit(`http://www.shop.test/?aff=${encodeURIComponent(key)}`)
      await expect.poll(() => program.clicksOf(key)).toBe(1)
      await tab.open('http://www.shop.test/next')
      const sent = world.network.requests.filter(({ url }) => url.pathname === '/next').at(-1)
      const raw = /partnero_partner=([^;]*)/.exec(sent?.headers.cookie ?? '')?.[1] ?? ''
      // Express decodes percent signs alone; PHP and Rack also take a plus for a space.
      expect(decodeURIComponent(raw)).toBe(key)
      expect(new URLSearchParams(`key=${raw}`).get('key')).toBe(key)
      await untilQuiet(tab)
      expect(world.clicks()).toHaveLength(1)
    })
  })
})
