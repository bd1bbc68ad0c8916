import { describe, expect, it } from 'vitest'
import type { Po } from '../../src/po.js'
import type { Tab } from './engines/engine.js'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { snippet } from './world/page.js'
import { untilQuiet } from './world/until-quiet.js'
import { untilWatched } from './world/until-watched.js'

const SHOP = 'http://www.shop.test/'
const CHECKOUT = 'http://checkout.test/pay'

inEveryEngine((world) => {
  /** A visitor whom Jane sent to a shop whose checkout has a host of its own. */
  async function visitorAt(body: string, load?: Record<string, unknown>) {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane')
    await program.call('PUT', '/settings', { settings: { domains: ['checkout.test'] } })
    const head = snippet(program.id, load && { load })
    world.site('www.shop.test', { '*': { head, body } })
    world.site('checkout.test', { '*': { head } })
    world.site('stranger.test', { '*': {} })
    const tab = await world.visit(`${SHOP}?aff=jane`)
    await untilQuiet(tab)
    await untilWatched(tab)
    return { program, tab }
  }

  /** What was asked of a host, with the fields that were sent. */
  const arrivals = (host: string) =>
    world.network.requests
      .filter(({ url }) => url.hostname === host && url.pathname !== '/favicon.ico')
      .filter(({ url }) => url.pathname !== '/quiet')

  /** Signs up on the page where the tab is. */
  const signUp = (tab: Tab) =>
    tab.run(async () => {
      await (window as unknown as { po: Po }).po('customers', 'signup', {
        data: { key: 'ann', email: 'ann@mail.test' },
      })
    })

  const untilOnCheckout = (tab: Tab) =>
    expect.poll(() => tab.run(() => location.href).catch(() => '')).toContain(CHECKOUT)

  describe('A visitor who goes on to another host of the program', () => {
    it.each([
      ['by a link', `<a id="go" href="${CHECKOUT}?cart=a/b&x=1+1#top">Buy</a>`],
      [
        'by a link whose other handlers stop the event',
        `<a id="go" href="${CHECKOUT}?cart=a/b&x=1+1#top" onpointerdown="event.stopPropagation()"
          onclick="event.stopPropagation()">Buy</a>`,
      ],
      [
        'by a link around an image',
        `<a href="${CHECKOUT}?cart=a/b&x=1+1#top"><b id="go">Buy</b></a>`,
      ],
    ])('is credited there as here %s (case 2)', async (_, link) => {
      const { program, tab } = await visitorAt(link)
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      const here = await cookieValues(tab)
      await tab.click('#go')
      await untilOnCheckout(tab)
      await untilQuiet(tab)
      const [arrival] = arrivals('checkout.test')
      // What the site has written is there to the letter.
      expect(arrival?.url.search).toMatch(/^\?cart=a\/b&x=1\+1&aff=jane&po_session=[\w-]{36}$/)
      // An address that is copied hands the session to nobody else.
      await untilWatched(tab)
      expect(await tab.run(() => location.href)).toBe(`${CHECKOUT}?cart=a/b&x=1+1&aff=jane#top`)
      const there = await cookieValues(tab)
      expect(there).toEqual(here)
      await signUp(tab)
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
      // It is the same visit.
      expect(await program.clicksOf('jane')).toBe(1)
    })

    it('is credited by a form that asks (case 2)', async () => {
      const { program, tab } = await visitorAt(
        `<form action="${CHECKOUT}"><input name="cart" value="7"><button>Buy</button></form>`,
      )
      await tab.click('button')
      await untilOnCheckout(tab)
      await untilQuiet(tab)
      const { searchParams } = arrivals('checkout.test')[0]?.url ?? new URL(SHOP)
      expect(Object.fromEntries(searchParams)).toMatchObject({ cart: '7', aff: 'jane' })
      await signUp(tab)
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it.each([
      ['', `<form action="${CHECKOUT}" method="post"><button>Buy</button></form>`],
      [
        ', by a button that says where',
        `<form action="/here"><button formmethod="post" formaction="${CHECKOUT}">Buy</button></form>`,
      ],
    ])('is credited by a form that posts%s (case 2)', async (_, form) => {
      const { program, tab } = await visitorAt(form)
      await tab.click('button')
      await untilOnCheckout(tab)
      await untilQuiet(tab)
      expect(arrivals('checkout.test')[0]).toMatchObject({ method: 'POST' })
      await signUp(tab)
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('is credited before anything may be kept', async () => {
      const { program, tab } = await visitorAt(`<a href="${CHECKOUT}">Buy</a>`, {
        type: 'affiliate',
        domains: ['www.shop.test', 'checkout.test'],
        consent: 'required',
      })
      await tab.click('a')
      await untilOnCheckout(tab)
      await untilQuiet(tab)
      expect(await cookieValues(tab)).toEqual({})
      await signUp(tab)
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
    })
  })

  describe('A frame of another host of the program', () => {
    const depth = (tab: Tab) => tab.run(() => history.length)

    it.each([
      [
        'that is in the page',
        (_tab: Tab) => Promise.resolve(),
        `<iframe src="${CHECKOUT}"></iframe>`,
      ],
      [
        'that is added later',
        (tab: Tab) =>
          tab.run((src) => {
            const frame = document.createElement('iframe')
            frame.src = src
            document.body.append(frame)
          }, CHECKOUT),
        '',
      ],
      [
        'that goes there later',
        (tab: Tab) =>
          tab.run((src) => document.querySelector('iframe')?.setAttribute('src', src), CHECKOUT),
        '<iframe></iframe>',
      ],
    ])('%s knows who referred the visitor (case 2)', async (_, act, body) => {
      const { tab } = await visitorAt(body)
      const before = await depth(tab)
      await act(tab)
      await expect
        .poll(() => arrivals('checkout.test').map(({ url }) => url.searchParams.get('aff')))
        .toContain('jane')
      expect(await depth(tab)).toBe(before)
      expect(await tab.run(() => document.querySelector('iframe')?.src)).toBe(CHECKOUT)
    })
  })

  describe('Nobody else', () => {
    it('learns who referred the visitor', async () => {
      const { tab } = await visitorAt(`
        <a href="http://stranger.test/link" target="out">Out</a>
        <iframe name="out" src="http://stranger.test/frame"></iframe>
        <form action="http://stranger.test/form" target="out"><button>Go</button></form>`)
      await expect.poll(() => arrivals('stranger.test')).toHaveLength(1)
      await tab.click('button')
      await expect.poll(() => arrivals('stranger.test')).toHaveLength(2)
      await tab.click('a')
      await expect.poll(() => arrivals('stranger.test')).toHaveLength(3)
      for (const { url, body } of arrivals('stranger.test'))
        expect(url.search + body).toMatch(/^\??$/)
    })

    it('needs an address that carries the key: links within the site stay as they are', async () => {
      const { tab } = await visitorAt(
        '<a href="/next">Next</a><a href="http://app.shop.test/">App</a>',
      )
      const hrefs = await tab.run(() => {
        addEventListener('click', (event) => event.preventDefault())
        return Array.from(document.querySelectorAll('a'), (link) => {
          link.click()
          return link.href
        })
      })
      expect(hrefs).toEqual(['http://www.shop.test/next', 'http://app.shop.test/'])
    })
  })

  describe('An address', () => {
    it.each(['auxclick', 'contextmenu', 'pointerdown'])('is complete at %s, once', async (type) => {
      const { tab } = await visitorAt(`<a href="${CHECKOUT}">Buy</a>`)
      const search = await tab.run((type) => {
        const link = document.querySelector('a')
        for (const _ of [1, 2])
          link?.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
        return link?.search
      }, type)
      expect(search).toMatch(/^\?aff=jane&po_session=[\w-]{36}$/)
    })
  })
})
