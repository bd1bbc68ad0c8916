import { describe, expect, it } from 'vitest'
import { inEveryEngine } from './world/in-every-engine.js'
import { say, script, snippet } from './world/page.js'

inEveryEngine((world) => {
  /** A visitor whom Jane sent, on a page that leads to a payment. */
  async function buyerAt(part: string, body: string) {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane')
    const head = snippet(program.id) + say(`'integration', '${part}'`)
    world.site('www.shop.test', { '*': { head, body } })
    const tab = await world.visit('http://www.shop.test/?aff=jane')
    await expect.poll(() => program.clicksOf('jane')).toBe(1)
    return tab
  }

  describe('A hosted checkout', () => {
    it('of Stripe gets the partner with the link that is clicked (case 18)', async () => {
      const stay = script(`addEventListener('click', function (event) { event.preventDefault() })`)
      const link = '<a href="https://buy.stripe.com/test_1?locale=en">Buy</a>'
      const tab = await buyerAt('stripe', link + stay)
      await expect
        .poll(async () => {
          await tab.click('a')
          return tab.run(() => document.querySelector('a')?.href)
        })
        .toBe('https://buy.stripe.com/test_1?locale=en&client_reference_id=jane')
    })

    it('of Paddle gets the partner, and what the page says itself stays (case 18)', async () => {
      const paddle = script(`
        window.opened = []
        window.Paddle = { Initialize: function () {}, Checkout: { open: function (options) { opened.push(options) } } }`)
      const tab = await buyerAt('paddle', paddle)
      await expect
        .poll(() =>
          tab.run(() => {
            const { Paddle, opened } = window as unknown as {
              Paddle: { Checkout: { open(options: object): void } }
              opened: { customData: unknown }[]
            }
            Paddle.Checkout.open({ items: [], customData: { cart: 7 } })
            return opened.at(-1)?.customData
          }),
        )
        .toEqual({ cart: 7, partner_key: 'jane' })
    })
  })
})
