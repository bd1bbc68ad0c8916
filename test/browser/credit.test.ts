import { describe, expect, it } from 'vitest'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { leaveWaiting } from './world/leave-waiting.js'
import { script, snippet } from './world/page.js'
import { shopIn } from './world/shop.js'
import { storedItems } from './world/stored-items.js'
import { untilQuiet } from './world/until-quiet.js'
import { whoReferred } from './world/who-referred.js'

inEveryEngine((world) => {
  const shop = shopIn(world)

  describe('Who gets the credit', () => {
    it.each([
      ['last_click', 'joe'],
      ['first_click', 'jane'],
    ] as const)('by %s: %s', async (attribution, credited) => {
      const program = await shop({ attribution })
      await program.addPartner('joe')
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.open('http://www.shop.test/?aff=joe')
      await expect.poll(() => program.clicksOf('joe')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: credited })
    })

    it('never through a page of somebody else’s, before the program names its host', async () => {
      const program = await shop()
      world.site('other.test', { '/plain': {}, '*': { head: snippet(program.id) } })
      const tab = await world.visit('http://other.test/?aff=jane')
      await expect.poll(() => world.clicks()).not.toEqual([])
      await untilQuiet(tab)
      expect(await program.clicksOf('jane')).toBe(0)
      await leaveWaiting(tab, 'http://other.test/plain')
      await program.call('PUT', '/settings', { settings: { domains: ['other.test'] } })
      await tab.open('http://other.test/')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it('never a key that is nobody’s, nor the nobody who came before it', async () => {
      const program = await shop({ parameter: 'ref' })
      const tab = await world.visit('http://www.shop.test/?ref=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      const arrive = world.network.hold(/clicks/)
      await tab.run(() => history.pushState(null, '', '/?ref=producthunt'))
      await tab.run(() => history.pushState(null, '', '/?ref=newsletter'))
      await expect.poll(() => world.clicks()).toHaveLength(3)
      arrive()
      await expect.poll(() => cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('never a key that is nobody’s, where a known one stood', async () => {
      const program = await shop({ parameter: 'ref' })
      const tab = await world.visit('http://www.shop.test/?ref=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.open('http://www.shop.test/?ref=producthunt')
      await expect.poll(() => world.clicks().map(({ key }) => key)).toEqual(['jane', 'producthunt'])
      await expect.poll(() => cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('and nothing stays of a key that is nobody’s, where none stood', async () => {
      await shop({ parameter: 'ref' })
      const tab = await world.visit('http://www.shop.test/?ref=producthunt')
      await expect.poll(() => world.clicks()).toHaveLength(1)
      await expect.poll(() => cookieValues(tab)).toEqual({})
      expect(await storedItems(tab)).toEqual({})
    })

    it('puts the known key back although the answer comes on a later page', async () => {
      const program = await shop({ parameter: 'ref' })
      const tab = await world.visit('http://www.shop.test/?ref=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      const mend = world.network.cut(/clicks/)
      await tab.open('http://www.shop.test/?ref=producthunt')
      expect(await whoReferred(tab)).toEqual({ key: 'producthunt', name: null })
      await leaveWaiting(tab, 'http://www.shop.test/plain')
      mend()
      await tab.open('http://www.shop.test/pricing')
      await expect.poll(() => cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('in two programs on one page, each by its own cookie (case 15)', async () => {
      const affiliate = await world.pollen.newProgram()
      await affiliate.addPartner('jane')
      const friends = await world.pollen.newProgram({ type: 'refer_a_friend' })
      await friends.call('POST', '/customers', { key: 'ann', email: 'ann@mail.test', name: 'Ann' })
      const head = snippet(affiliate.id) + script(`po('program', '${friends.id}', 'load')`)
      world.site('www.shop.test', { '*': { head } })
      const tab = await world.visit('http://www.shop.test/?aff=jane&ref=ann')
      await expect
        .poll(() =>
          world
            .clicks()
            .map(({ key }) => key)
            .sort(),
        )
        .toEqual(['ann', 'jane'])
      expect(await cookieValues(tab)).toMatchObject({
        partnero_partner: 'jane',
        partnero_referral: 'ann',
      })
      // A sign-up concerns both; each gives the credit to its own.
      await tab.run(async () => {
        await Reflect.get(window, 'po')('customers', 'signup', { data: { email: 'ben@mail.test' } })
      })
      expect(await affiliate.signedUp()).toEqual(['ben@mail.test by jane'])
      expect((await friends.customers()).map(({ email }) => email)).toContain('ben@mail.test')
      expect(
        world
          .signUps()
          .map(({ key }) => key)
          .sort(),
      ).toEqual(['ann', 'jane'])
    })
  })
})
