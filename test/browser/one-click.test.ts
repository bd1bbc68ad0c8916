import { describe, expect, it } from 'vitest'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { script, snippet } from './world/page.js'
import { shopIn } from './world/shop.js'
import { untilQuiet } from './world/until-quiet.js'
import { whoReferred } from './world/who-referred.js'

inEveryEngine((world) => {
  const shop = shopIn(world)

  describe('One click for one landing', () => {
    it('when the page is reloaded (case 12)', async () => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.reload()
      await untilQuiet(tab)
      expect(world.clicks()).toHaveLength(1)
    })

    it('that no figure counts, when a program drives the browser on a public site (case 14)', async () => {
      const program = await world.pollen.newProgram({ website: 'http://www.shop.example' })
      await program.addPartner('jane')
      world.site('www.shop.example', { '*': { head: snippet(program.id) } })
      const tab = await world.visit('http://www.shop.example/?aff=jane')
      expect(await whoReferred(tab)).toEqual({ key: 'jane', name: 'jane' })
      expect(world.clicks()).toMatchObject([{ key: 'jane', automated: true }])
      expect(await program.clicksOf('jane')).toBe(0)
    })

    it('when the visitor comes back to it with the back button (case 12)', async () => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.open('http://www.shop.test/pricing')
      await untilQuiet(tab)
      await tab.back()
      await untilQuiet(tab)
      expect(world.clicks()).toHaveLength(1)
    })

    it('when the page comes back out of the back/forward cache (case 12)', async (context) => {
      const program = await shop(
        {},
        script(`
          addEventListener('pageshow', function (event) { window.isFromCache = event.persisted })
          addEventListener('pagehide', function () { window.isFromCache = null })`),
      )
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.open('http://www.shop.test/pricing')
      await tab.back()
      const isFromCache = () => tab.run(() => Reflect.get(window, 'isFromCache') ?? null)
      await expect.poll(isFromCache).toEqual(expect.any(Boolean))
      if (!(await isFromCache()))
        world.cannot(context, 'keeps no back/forward cache while it is driven')
      await untilQuiet(tab)
      expect(world.clicks()).toHaveLength(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('when the bundle, the snippet and the command are there twice (case 13)', async () => {
      const program = await shop()
      const twice = snippet(program.id) + snippet(program.id)
      world.site('www.shop.test', { '*': { head: twice } })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await untilQuiet(tab)
      expect(world.clicks()).toHaveLength(1)
    })

    it('when a router replaces the address by itself (case 13)', async () => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.run(() => {
        history.replaceState({ key: 1 }, '', location.href)
        history.pushState({}, '', '/pricing?aff=jane')
        history.replaceState({}, '', '/pricing?aff=jane#top')
      })
      await untilQuiet(tab)
      expect(world.clicks()).toHaveLength(1)
    })

    it('when the tab is duplicated', async () => {
      const program = await shop()
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      // A duplicated tab takes over the history, so its page is asked as by the back button.
      const copy = await world.openTab('http://www.shop.test/?aff=jane')
      await copy.reload()
      await untilQuiet(copy)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      expect(await program.clicksOf('jane')).toBeLessThanOrEqual(2)
    })

    it('not before a person sees a page that was prerendered (case 12)', async (context) => {
      const rules = {
        prerender: [{ source: 'list', urls: ['/?aff=jane'], eagerness: 'immediate' }],
      }
      const program = await shop()
      // The script, whose settings are in the page, has run when the load event tells so.
      const tell = script('addEventListener("load", function () { fetch("/loaded") })')
      world.site('www.shop.test', {
        '/': { head: snippet(program.id, { load: { type: 'affiliate' } }) + tell },
        '/loaded': {},
        '/start': {
          head: `<script type="speculationrules">${JSON.stringify(rules)}</script>`,
          body: '<a href="/?aff=jane">Offer</a>',
        },
      })
      const tab = await world.visit('http://www.shop.test/start')
      const isSupported = await tab.run(
        () => HTMLScriptElement.supports?.('speculationrules') === true,
      )
      if (!isSupported) world.cannot(context, 'does not prerender pages')
      await expect.poll(() => world.asked('www.shop.test')).toContain('GET /loaded')
      expect(world.clicks()).toEqual([])
      await tab.click('a')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })
  })
})
