import { describe, expect, it } from 'vitest'
import type { Tab } from './engines/engine.js'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { script, snippet } from './world/page.js'
import { storedItems } from './world/stored-items.js'
import { untilQuiet } from './world/until-quiet.js'

/** As Google's snippet begins: the default comes before the visitor is asked. */
const GOOGLE = script(`
  window.dataLayer = window.dataLayer || []
  function gtag() { dataLayer.push(arguments) }
  gtag('consent', 'default', { ad_storage: 'denied' })`)

/** A consent platform of the IAB's framework; `decide` is the visitor's click. */
const PLATFORM = script(`
  var listeners = []
  var data = { gdprApplies: true, eventStatus: 'cmpuishown' }
  window.__tcfapi = function (command, version, callback) {
    if (command !== 'addEventListener') return
    listeners.push(callback)
    callback(data, true)
  }
  window.decide = function (isAgreed) {
    data = { gdprApplies: true, eventStatus: 'useractioncomplete', purpose: { consents: { 1: isAgreed } } }
    listeners.forEach(function (listener) { listener(data, true) })
  }`)

inEveryEngine((world) => {
  async function visitorAt(platform: string) {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane')
    const load = { type: 'affiliate', consent: 'required' }
    world.site('www.shop.test', { '*': { head: platform + snippet(program.id, { load }) } })
    const tab = await world.visit('http://www.shop.test/?aff=jane')
    await untilQuiet(tab)
    return { program, tab }
  }

  const untilHeard = async () =>
    expect.poll(() => world.asked('pollen.test')).toContain('GET /js/consent.js')

  const keepsNothing = async (tab: Tab) => {
    expect(await cookieValues(tab)).toEqual({})
    expect(await storedItems(tab)).toEqual({})
  }

  const decide: Record<string, (tab: Tab, isAgreed: boolean) => Promise<void>> = {
    'Google’s consent mode': (tab, isAgreed) =>
      tab.run((isAgreed) => {
        const { gtag } = window as unknown as { gtag: (...call: unknown[]) => void }
        gtag('consent', 'update', { ad_storage: isAgreed ? 'granted' : 'denied' })
      }, isAgreed),
    'a platform of the IAB’s framework': (tab, isAgreed) =>
      tab.run((isAgreed) => {
        const { decide } = window as unknown as { decide: (isAgreed: boolean) => void }
        decide(isAgreed)
      }, isAgreed),
  }

  describe('Where consent is required', () => {
    it.each([
      ['Google’s consent mode', GOOGLE],
      ['a platform of the IAB’s framework', PLATFORM],
    ])('the visitor’s decision is heard from %s (case 11)', async (name, platform) => {
      const { program, tab } = await visitorAt(platform)
      await untilHeard()
      await keepsNothing(tab)
      expect(world.clicks()).toEqual([])

      await decide[name]?.(tab, true)
      await expect.poll(() => cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      await expect.poll(() => program.clicksOf('jane')).toBe(1)

      await decide[name]?.(tab, false)
      await expect.poll(() => cookieValues(tab)).toEqual({})
      await keepsNothing(tab)
    })

    it('what is taken back is not stored again, and credits the partner until the page is left (case 11)', async () => {
      const { program, tab } = await visitorAt('')
      const say = (...call: unknown[]) =>
        tab.run(async (call) => {
          const { po } = window as unknown as { po: (...call: unknown[]) => unknown }
          // Before the script is there, the page's snippet keeps the call and promises nothing.
          await po(...call)
        }, call)
      await say('consent', 'grant')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await say('consent', 'revoke')
      await keepsNothing(tab)
      await say('consent', 'grant')
      await untilQuiet(tab)
      expect(await cookieValues(tab)).toEqual({})
      await say('customers', 'signup', { data: { email: 'ann@mail.test' } })
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      expect(world.clicks()).toHaveLength(1)

      await tab.open('http://www.shop.test/?aff=jane')
      await say('consent', 'grant')
      await expect.poll(() => cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('nothing is kept and no click is sent while nobody is asked', async () => {
      const { program, tab } = await visitorAt('')
      await untilHeard()
      await keepsNothing(tab)
      expect(await program.clicksOf('jane')).toBe(0)
    })
  })
})
