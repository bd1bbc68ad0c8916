import { describe, expect, it } from 'vitest'
import type { Tab } from './engines/engine.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { ownSnippet } from './world/own-snippet.js'
import { script } from './world/page.js'
import { whoReferred } from './world/who-referred.js'

/** Notes what the page is told, in order. */
const HEARD = script(`
  window.heard = []
  ;['ready', 'referral', 'signup'].forEach(function (name) {
    addEventListener('pollen:' + name, function (event) {
      heard.push([name, event.detail ? event.detail.name || event.detail.status || null : null])
    })
  })`)

inEveryEngine((world) => {
  async function shop(path: string, load?: Record<string, unknown>) {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane', 'Jane')
    world.site('www.shop.test', { '*': { head: HEARD + ownSnippet(program.id, load) } })
    return { tab: await world.visit(`http://www.shop.test${path}`) }
  }

  const heard = (tab: Tab) => tab.run(() => Reflect.get(window, 'heard'))

  describe('po("partner")', () => {
    it('tells who referred, by name, as soon as the server has said it', async () => {
      const { tab } = await shop('/?aff=jane')
      expect(await whoReferred(tab)).toEqual({ key: 'jane', name: 'Jane' })
    })

    it('still knows the name on a later page, without asking', async () => {
      const { tab } = await shop('/?aff=jane')
      await whoReferred(tab)
      world.network.cut(/pub/)
      await tab.open('http://www.shop.test/welcome')
      expect(await whoReferred(tab)).toEqual({ key: 'jane', name: 'Jane' })
    })

    it('tells what the visitor is offered, on a later page too', async () => {
      const program = await world.pollen.newProgram({ type: 'refer_a_friend' })
      await program.call('POST', '/customers', { id: 'user-1', key: 'anna', name: 'Anna' })
      const welcome = { name: 'Welcome', commission: '5.00', beneficiary: 'customer' }
      await program.call('POST', '/commission_rules', welcome)
      world.site('www.shop.test', { '*': { head: ownSnippet(program.id) } })
      const tab = await world.visit('http://www.shop.test/?ref=anna')
      const offer = { type: 'fixed', amount: 5, currency: 'USD', sales: 'every', months: null }
      expect(await whoReferred(tab)).toEqual({ key: 'anna', name: 'Anna', offer })
      world.network.cut(/pub/)
      await tab.open('http://www.shop.test/welcome')
      expect(await whoReferred(tab)).toEqual({ key: 'anna', name: 'Anna', offer })
    })

    it('tells the key alone while the server cannot be reached', async () => {
      const program = await world.pollen.newProgram()
      const head = ownSnippet(program.id, { type: 'affiliate' })
      world.site('www.shop.test', { '*': { head } })
      world.network.cut(/clicks/)
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      expect(await whoReferred(tab)).toEqual({ key: 'jane', name: null })
    })

    it('tells nothing to a visitor whom nobody referred', async () => {
      const { tab } = await shop('/')
      expect(await whoReferred(tab)).toBeNull()
    })
  })

  describe('The window hears', () => {
    it('that the program is ready, also of a visitor whom nobody referred (defect 1)', async () => {
      const { tab } = await shop('/')
      await expect.poll(() => heard(tab)).toEqual([['ready', null]])
    })

    it('who referred, and that a sign-up was taken', async () => {
      const { tab } = await shop('/?aff=jane')
      await whoReferred(tab)
      await tab.run(() =>
        Reflect.get(window, 'po')('customers', 'signup', { data: { email: 'ann@mail.test' } }),
      )
      await expect.poll(() => heard(tab)).toContainEqual(['signup', 1])
      expect(await heard(tab)).toContainEqual(['referral', 'Jane'])
    })
  })
})
