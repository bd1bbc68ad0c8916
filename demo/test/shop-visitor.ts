import type { Browser, Page } from 'puppeteer-core'
import { eventually } from './eventually.js'

export type Way = 'server' | 'form' | 'script'

export interface ShopVisitor {
  page: Page
  /** Opens a referral link and stays until the script has written its cookie. */
  follow(link: string, cookie: string): Promise<void>
  /** Opens an account, reported in the given way. */
  signUp(email: string, by?: Way): Promise<void>
  /** Buys one packet for $29.00. */
  buy(): Promise<void>
  refund(): Promise<void>
  leave(): Promise<void>
}

/** Never to be seen anywhere but in the form. */
export const PASSWORD = 'a password for tests'

/** Somebody with a browser profile of their own. */
export async function visitShop(browser: Browser, shopUrl: string): Promise<ShopVisitor> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()

  async function submit(form: string): Promise<void> {
    await Promise.all([page.waitForNavigation(), page.click(`${form} button`)])
  }

  return {
    page,
    async follow(link, cookie) {
      await page.goto(link)
      await eventually(async () => (await context.cookies()).map(({ name }) => name)).toContain(
        cookie,
      )
    },
    async signUp(email, by = 'server') {
      await page.goto(`${shopUrl}/signup?by=${by}`)
      await page.type('#name', 'Ada Lovelace')
      await page.type('#email', email)
      await page.type('#password', PASSWORD)
      await submit('form[action^="/signup"]')
    },
    async buy() {
      await page.goto(`${shopUrl}/checkout?product=balcony`)
      await page.type('#address', '1 Garden Row')
      await submit('form[action^="/checkout"]')
    },
    async refund() {
      await page.goto(`${shopUrl}/account`)
      await submit('form[action$="/refund"]')
    },
    leave: () => context.close(),
  }
}
