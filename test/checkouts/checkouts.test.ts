import { createServer } from 'node:http'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchBrowser } from '../browser/launch-browser.js'
import { listen } from '../node/helpers/listen.js'
import { type PollenServer, startPollenServer } from '../node/helpers/start-pollen-server.js'

let pollen: PollenServer
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser('chromium')
  pollen = await startPollenServer()
})

afterAll(async () => {
  await browser?.close()
  await pollen?.close()
})

/** Stands for Paddle.js: keeps what it was asked to open. */
const PADDLE = `window.opened = []
window.Paddle = { Initialize() {}, Checkout: { open(options) { opened.push(options) } } }`

/** Stands for Stripe's script, whose element reads its reference when it is drawn. */
const STRIPE = `customElements.define('stripe-buy-button', class extends HTMLElement {
  static observedAttributes = ['client-reference-id']
  connectedCallback() { this.draw() }
  attributeChangedCallback() { this.draw() }
  draw() { this.textContent = 'for ' + this.getAttribute('client-reference-id') }
})`

/** Opens a checkout page as a visitor who came through jane's link. */
async function openCheckout(body: string): Promise<Page> {
  const files: Record<string, string> = { '/paddle.js': PADDLE, '/stripe.js': STRIPE }
  const site = await listen(
    createServer(({ url = '' }, response) => {
      const script = files[url]
      response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' })
      response.end(script ?? `<!doctype html><link rel="icon" href="data:,">${body}`)
    }),
  )
  const context = await browser.createBrowserContext()
  onTestFinished(() => context.close())
  await context.setCookie({
    name: 'partnero_partner',
    value: 'jane',
    domain: new URL(site).hostname,
    path: '/',
    expires: -1,
    httpOnly: false,
    secure: false,
  })
  const page = await context.newPage()
  await page.goto(site, { waitUntil: 'load' })
  return page
}

const part = (name: string, options = '') =>
  `<script src="${pollen.url}/js/${name}.js${options}"></script>`

describe('Stripe', () => {
  it('is told by a payment link who referred the buyer', async () => {
    const page = await openCheckout(
      `<a href="https://buy.stripe.com/test_1"><b>Buy</b></a>${part('stripe')}`,
    )
    await page.setRequestInterception(true)
    const asked = new Promise<string>((resolve) =>
      page.on('request', (request) => {
        resolve(request.url())
        request.respond({ body: 'paid' })
      }),
    )
    await page.click('b')
    expect(await asked).toBe('https://buy.stripe.com/test_1?client_reference_id=jane')
  })

  it.each([
    ['its script comes first', `<script src="/stripe.js"></script>`, ''],
    ['its script comes last', '', '<script src="/stripe.js"></script>'],
  ])('is told by a buy button when %s', async (_when, first, last) => {
    const button = '<stripe-buy-button></stripe-buy-button>'
    const page = await openCheckout(`${first}${button}${part('stripe')}${last}`)
    await page.waitForFunction(() => document.body.textContent?.includes('for jane'))
    await page.evaluate(() => document.body.append(document.createElement('stripe-buy-button')))
    await page.waitForFunction(() => document.body.textContent?.match(/for jane/g)?.length === 2)
  })

  it('is told the customer’s key by the part’s options', async () => {
    const page = await openCheckout(
      `<stripe-buy-button></stripe-buy-button>${part('stripe')}${part('stripe', '#customer=acct_1')}
       <stripe-buy-button></stripe-buy-button>`,
    )
    const references = () =>
      page.$$eval('stripe-buy-button', (all) =>
        all.map((one) => one.getAttribute('client-reference-id')),
      )
    await expect.poll(references).toEqual(['acct_1', 'acct_1'])
  })
})

describe('Paddle', () => {
  it.each([
    ['before the part', (script: string) => `<script src="/paddle.js"></script>${script}`],
    ['after the part', (script: string) => `${script}<script src="/paddle.js"></script>`],
    [
      'when the page asks for it',
      (script: string) => `${script}<script>
        const late = document.createElement('script')
        late.src = '/paddle.js'
        late.onload = () => Paddle.Checkout.open({ items: [{ priceId: 'pri_1' }] })
        document.head.append(late)
      </script>`,
    ],
  ])('is told who referred the buyer when its script comes %s', async (_when, body) => {
    const page = await openCheckout(body(part('paddle')))
    const isAsking = body('').includes('onload')
    if (!isAsking) {
      await page.evaluate(() =>
        Reflect.get(window, 'Paddle').Checkout.open({ items: [{ priceId: 'pri_1' }] }),
      )
    }
    await page.waitForFunction(() => Reflect.get(window, 'opened')?.length > 0)
    expect(await page.evaluate(() => Reflect.get(window, 'opened'))).toEqual([
      { items: [{ priceId: 'pri_1' }], customData: { partner_key: 'jane' } },
    ])
  })
})
