import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../test/browser/launch-browser.js'
import { eventually } from './eventually.js'
import { restApi } from './rest-api.js'
import { leavePlace, newPlace, type Place, type RunningDemo, readyDemo } from './running-demo.js'
import { PASSWORD, type ShopVisitor, visitShop, type Way } from './shop-visitor.js'

let place: Place
let demo: RunningDemo
let browser: Browser

beforeAll(async () => {
  place = await newPlace()
  ;[demo, browser] = await Promise.all([readyDemo(place), launchBrowser('browser')])
})

afterAll(async () => {
  await browser?.close()
  await demo?.end('SIGTERM')
  await leavePlace(place)
})

async function apis() {
  const { affiliate, friends } = await demo.programs()
  return {
    affiliate: restApi(demo.serverUrl, affiliate.api_key),
    friends: restApi(demo.serverUrl, friends.api_key),
  }
}

async function visiting(visit: (visitor: ShopVisitor) => Promise<void>) {
  const visitor = await visitShop(browser, demo.shopUrl)
  try {
    await visit(visitor)
  } finally {
    await visitor.leave()
  }
}

const WAYS: Way[] = ['form', 'script', 'server']

describe('a partner’s link', () => {
  it.each(WAYS)('earns a share of the sale when the sign-up is reported by the %s', async (by) => {
    const { links } = await demo.programs()
    const { affiliate } = await apis()
    const email = `partner-${by}@example.com`
    const before = await affiliate.owedTo('jane')
    await visiting(async (visitor) => {
      await visitor.follow(links.partner, 'partnero_partner')
      await visitor.signUp(email, by)
      await eventually(() => affiliate.referrerOf(email)).toBe('jane')
      await visitor.buy()
      await eventually(() => affiliate.owedTo('jane')).toBeCloseTo(before + 8.7)
      await visitor.refund()
      await eventually(() => affiliate.owedTo('jane')).toBeCloseTo(before)
    })
  })
})

describe('a friend’s link', () => {
  it.each(WAYS)('earns $5.00 when the sign-up is reported by the %s', async (by) => {
    const { links } = await demo.programs()
    const { friends } = await apis()
    const email = `friend-${by}@example.com`
    const before = await friends.balanceOf('sam')
    await visiting(async (visitor) => {
      await visitor.follow(links.friend, 'partnero_referral')
      await visitor.signUp(email, by)
      await eventually(() => friends.referrerOf(email)).toBe('sam')
      await visitor.buy()
      await eventually(() => friends.balanceOf('sam')).toBe(before + 5)
      await visitor.refund()
      await eventually(() => friends.balanceOf('sam')).toBe(before)
    })
  })

  it('is on the account page, and pays its owner', () =>
    visiting(async (owner) => {
      await owner.signUp('owner@example.com')
      await owner.page.goto(`${demo.shopUrl}/account`)
      const link = await owner.page.$eval('.copy output', (output) => output.textContent ?? '')
      await visiting(async (friend) => {
        await friend.follow(link, 'partnero_referral')
        await friend.signUp('friend-of-owner@example.com')
        await friend.buy()
      })
      await eventually(async () => {
        await owner.page.reload()
        return owner.page.$eval('.big', (amount) => amount.textContent)
      }).toBe('$5.00')
    }))
})

describe('the page for friends', () => {
  /** What the widget shows, on the page or in the popup. */
  const widget = (page: Page) =>
    page.evaluate(() => {
      const host = document.querySelector('.pollen-popup')?.shadowRoot ?? document
      const shown = host.querySelector('pollen-referrals')?.shadowRoot?.querySelector('section')
      return shown?.innerText ?? ''
    })

  const linkIn = async (page: Page) => {
    const field = await page.waitForSelector('::-p-aria([name="Your link"])')
    return (await field?.evaluate((input) => (input as HTMLInputElement).value)) ?? ''
  }

  it('gives a customer a link, and shows who came by it, who bought, and what that earned', () =>
    visiting(async (owner) => {
      await owner.signUp('inviting@example.com')
      await owner.page.goto(demo.shopUrl)
      await owner.page.click('main a[href="/friends"]')
      const link = await linkIn(owner.page)
      await visiting(async (friend) => {
        await friend.follow(link, 'partnero_referral')
        await friend.signUp('invited@example.com')
        await friend.buy()
      })
      await eventually(async () => {
        await owner.page.reload()
        await linkIn(owner.page)
        return widget(owner.page)
      }).toMatch(/Ada\s+bought[\s\S]*\$5 earned/)
      await owner.page.click('#popup')
      await eventually(() => widget(owner.page)).toContain('Ada')
      expect(await owner.page.$('.pollen-popup')).not.toBeNull()
    }))

  it('gives a stranger a link for an e-mail address, which pays once there is an account', () =>
    visiting(async (stranger) => {
      await stranger.page.goto(`${demo.shopUrl}/friends`)
      const field = await stranger.page.waitForSelector('::-p-aria([name="Your e-mail address"])')
      await field?.type('stranger@example.com')
      await stranger.page.keyboard.press('Enter')
      const link = await linkIn(stranger.page)
      await visiting(async (friend) => {
        await friend.follow(link, 'partnero_referral')
        await friend.signUp('friend-of-stranger@example.com')
        await friend.buy()
      })
      await stranger.signUp('stranger@example.com')
      await eventually(async () => {
        await stranger.page.goto(`${demo.shopUrl}/friends`)
        await linkIn(stranger.page)
        return widget(stranger.page)
      }).toContain('$5 earned')
    }))
})

describe('a visitor whom nobody sent', () => {
  it('gets no cookie by looking around', () =>
    visiting(async ({ page }) => {
      await page.goto(demo.shopUrl)
      await page.goto(`${demo.shopUrl}/pricing`)
      await page.goto(`${demo.shopUrl}/signup`, { waitUntil: 'networkidle0' })
      expect(await page.browserContext().cookies()).toEqual([])
    }))

  it('buys, and nobody earns', async () => {
    const { affiliate, friends } = await apis()
    const before = [await affiliate.owedTo('jane'), await friends.balanceOf('sam')]
    await visiting(async (visitor) => {
      await visitor.signUp('alone@example.com')
      await visitor.buy()
      await eventually(() => friends.salesOf('alone@example.com')).toBe(1)
    })
    expect([await affiliate.owedTo('jane'), await friends.balanceOf('sam')]).toEqual(before)
  })
})

describe('the journey page', () => {
  it('shows each station as it is reached, and no secret', async () => {
    const { links, affiliate } = await demo.programs()
    await visiting(async ({ page: journey }) => {
      await journey.goto(`${demo.shopUrl}/journey`)
      const shown = (station: string) => () =>
        journey.$eval(
          `.journey:first-child [data-station="${station}"]`,
          (item) => item.textContent,
        )
      await visiting(async (visitor) => {
        await visitor.follow(links.partner, 'partnero_partner')
        await eventually(shown('click')).toContain('the link carried the key “jane”')
        await visitor.signUp('watched@example.com')
        await eventually(shown('cookie')).toContain('Cookie: partnero_partner=jane')
        await eventually(shown('customer')).toContain('It is credited to jane.')
        await visitor.buy()
        await eventually(shown('sale')).toContain('a sale of $29.00')
        await eventually(shown('commission')).toContain('The sale earned $8.70.')
        await eventually(shown('commission')).toContain('Jane Doe is owed')
      })
      const page = await journey.content()
      expect(page).toContain(`pollen_${affiliate.public_id}_••••••••`)
      expect(page).not.toContain(affiliate.api_key)
      expect(page).not.toContain(PASSWORD)
    })
  })
})
