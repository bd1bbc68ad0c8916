import { describe, expect, it } from 'vitest'
import { createFirstParty, referral } from '../../src/node/index.js'
import { cookieValues } from './world/cookie-values.js'
import { fetchFrom } from './world/fetch-from.js'
import { inEveryEngine } from './world/in-every-engine.js'
import type { Host } from './world/network.js'
import { page, snippet } from './world/page.js'
import type { Program } from './world/program.js'

inEveryEngine((world) => {
  async function affiliateProgram() {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane', 'Jane')
    return program
  }

  /** What a back end does at a sign-up, with nothing but the request that it got. */
  async function register(program: Program, cookie: string | undefined, email: string) {
    const { partner } = referral(cookie ?? '')
    if (partner)
      await program.call('POST', '/customers', { key: email, email, partner: { key: partner } })
  }

  describe('A site’s own server', () => {
    it('learns who referred after a sign-in elsewhere that lost the query (case 7, defect 7)', async () => {
      const program = await affiliateProgram()
      world.site('www.shop.test', {
        '*': { head: snippet(program.id), body: '<a href="/login">Sign in</a>' },
        '/login': () => ({ status: 302, headers: { location: 'http://accounts.test/authorize' } }),
        '/callback': async ({ headers }) => {
          await register(program, headers.cookie, 'ann@mail.test')
          return page({ body: 'Welcome' })
        },
      })
      world.site('accounts.test', {
        '/authorize': () => ({
          status: 302,
          headers: { location: 'http://www.shop.test/callback' },
        }),
      })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.click('a')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('reports the buyer who went to a checkout elsewhere without another page (case 8)', async () => {
      const program = await affiliateProgram()
      world.site('www.shop.test', {
        '*': {
          head: snippet(program.id),
          body: '<form action="/buy" method="post"><button>Buy</button></form>',
        },
        '/buy': async ({ headers }) => {
          await register(program, headers.cookie, 'ann@mail.test')
          return { status: 303, headers: { location: 'http://checkout.test/pay' } }
        },
      })
      world.site('checkout.test', { '/pay': { body: 'Pay' } })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.click('button')
      await expect.poll(() => world.asked('checkout.test')).toContain('GET /pay')
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('pays once though the buyer reloads the page that says thank you (case 17, defect 9)', async () => {
      const program = await affiliateProgram()
      const sale = { key: 'payment-1', amount: 100, customer: { key: 'ann' } }
      await program.call('POST', '/customers', {
        key: 'ann',
        email: 'ann@mail.test',
        partner: { key: 'jane' },
      })
      let shown = 0
      world.site('www.shop.test', {
        '/start': {},
        '/thanks': async () => {
          // Two at once, as a browser and a webhook that is sent again would make them.
          await Promise.all([1, 2].map(() => program.call('POST', '/transactions', sale)))
          shown += 1
          return page({ headers: { 'cache-control': 'no-store' }, body: 'Thank you' })
        },
      })
      const tab = await world.visit('http://www.shop.test/thanks')
      await tab.reload()
      await tab.open('http://www.shop.test/start')
      await tab.back()
      await expect.poll(() => shown).toBeGreaterThanOrEqual(2)
      expect(await program.call('GET', '/partners/jane')).toMatchObject({
        data: {
          referrals: { sales_count: 1 },
          commissions: { not_paid: [{ currency: 'USD', amount: 30 }] },
        },
      })
    })
  })

  describe('A site that serves the script itself', () => {
    /** A site with the first-party handler under names of its own. */
    async function ownOrigin(capturesLandings = false) {
      const program = await affiliateProgram()
      const firstParty = createFirstParty({
        host: 'http://pollen.test',
        programs: [program.id],
        path: '/garden',
        scriptName: 'bee',
        fetch: fetchFrom(world.pollen.host),
      })
      await firstParty.load()
      const assets = 'http://www.shop.test/garden'
      const head = snippet(program.id, { bundle: `${assets}/bee.js`, assets })
      const site: Host = async ({ method, url, headers, body }) => {
        const request = new Request(url, {
          method,
          headers: headers as Record<string, string>,
          ...(body && { body }),
        })
        const answer = await firstParty.handle(request)
        if (!answer) {
          const cookies = capturesLandings ? firstParty.landingCookies(request) : []
          return page({ head, headers: { 'set-cookie': cookies } })
        }
        const { 'set-cookie': _, ...others } = Object.fromEntries(answer.headers)
        return {
          status: answer.status,
          headers: { ...others, 'set-cookie': answer.headers.getSetCookie() },
          body: new Uint8Array(await answer.arrayBuffer()),
        }
      }
      world.network.host('www.shop.test', site)
      return program
    }

    it('is not stopped by a list that names our host (case 10)', async () => {
      const program = await ownOrigin()
      world.network.cut(/pollen\.test|universal\.js/)
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      expect(world.asked('pollen.test')).toEqual([])
    })

    it('has cookies from its own server, which Safari does not shorten to a week (case 9)', async () => {
      await ownOrigin(true)
      // No script runs: what is there, the server has set.
      world.network.cut(/bee\.js/)
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      const cookies = await tab.cookies()
      expect(cookies).toContainEqual(
        expect.objectContaining({ name: 'partnero_partner', value: 'jane', domain: '.shop.test' }),
      )
      const { expires = 0 } = cookies.find(({ name }) => name === 'partnero_partner') ?? {}
      expect((expires - Date.now() / 1000) / 86_400).toBeCloseTo(30, 1)
    })
  })
})
