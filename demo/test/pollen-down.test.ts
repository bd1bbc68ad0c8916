import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../test/browser/launch-browser.js'
import { seed } from '../launch/seed.mjs'
import { startPollenServer } from '../launch/start-pollen-server.mjs'
import { startShop } from '../start-shop.mjs'
import { eventually } from './eventually.js'
import { restApi } from './rest-api.js'
import { leavePlace, newPlace, type Place } from './running-demo.js'
import { visitShop } from './shop-visitor.js'

let place: Place
let browser: Browser

beforeAll(async () => {
  ;[place, browser] = await Promise.all([newPlace(), launchBrowser('chromium')])
})

afterAll(async () => {
  await browser?.close()
  await leavePlace(place)
})

it('sells while Pollen is down, and pays once when it is back', async () => {
  const { port, shopPort, dataFolder } = place
  let server = await startPollenServer(place)
  const shopUrl = `http://localhost:${shopPort}`
  const programs = await seed({ pollenUrl: server.url, shopUrl, dataFolder })
  const shopOptions = { port: shopPort, pollenUrl: server.url, programs, dataFolder }
  let shop = await startShop(shopOptions)
  const visitor = await visitShop(browser, shopUrl)
  try {
    await visitor.follow(programs.links.partner, 'partnero_partner')
    await server.stop()

    await visitor.signUp('patient@example.com')
    expect(await text('h1')).toBe('Welcome, Ada Lovelace')
    await visitor.buy()
    expect(await text('.notice')).toBe('Thank you, your order is placed.')

    // What waits is on disk: a shop that was started anew delivers it as well.
    await shop.stop()
    shop = await startShop(shopOptions)
    server = await startPollenServer({ port, dataFolder })
    const affiliate = restApi(server.url, programs.affiliate.api_key)
    const friends = restApi(server.url, programs.friends.api_key)
    // The last report of the two sign-ups and the two sales.
    await eventually(() => friends.salesOf('patient@example.com')).toBe(1)
    expect(await affiliate.salesOf('patient@example.com')).toBe(1)
    expect(await affiliate.owedTo('jane')).toBeCloseTo(8.7)
  } finally {
    await visitor.leave()
    await shop.stop()
    await server.stop()
  }

  function text(selector: string) {
    return visitor.page.$eval(selector, (element) => element.textContent)
  }
})
