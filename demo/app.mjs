import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import cookieParser from 'cookie-parser'
import express from 'express'
import { firstPartyProxy } from './journey/first-party-proxy.mjs'
import { journeyPage } from './journey/journey-page.mjs'
import { createJourneys } from './journey/journeys.mjs'
import { watchBackEnd } from './journey/watch-back-end.mjs'
import { watchBrowser } from './journey/watch-browser.mjs'
import { watchCookies } from './journey/watch-cookies.mjs'
import { accountPage } from './shop/pages/account.mjs'
import { checkoutPage } from './shop/pages/checkout.mjs'
import { errorPage } from './shop/pages/error.mjs'
import { friendsPage } from './shop/pages/friends.mjs'
import { landingPage } from './shop/pages/landing.mjs'
import { loginPage } from './shop/pages/login.mjs'
import { notFoundPage } from './shop/pages/not-found.mjs'
import { pricingPage } from './shop/pages/pricing.mjs'
import { signupPage } from './shop/pages/signup.mjs'
import { welcomePage } from './shop/pages/welcome.mjs'
import { createPollen } from './shop/pollen.mjs'
import { createShop } from './shop/shop.mjs'
import { createSnippet } from './shop/snippet.mjs'
import { openStore } from './shop/store.mjs'

const PUBLIC = fileURLToPath(new URL('shop/public', import.meta.url))
const SNIPPET = new URL('../dist/snippet.html', import.meta.url)

/**
 * @typedef {object} AppOptions
 * @property {string} pollenUrl The server's origin.
 * @property {import('./launch/seed.mjs').Programs} programs
 * @property {string} dataFolder Where the shop keeps its file.
 */

/**
 * The shop, with the journey page and Pollen's public part beside it under one origin.
 *
 * @param {AppOptions} options
 */
export function createApp({ pollenUrl, programs, dataFolder }) {
  const { affiliate, friends, links } = programs
  const store = openStore(join(dataFolder, 'shop.json'))
  const pollen = {
    affiliate: createPollen({ url: pollenUrl, apiKey: affiliate.api_key }),
    friends: createPollen({ url: pollenUrl, apiKey: friends.api_key }),
  }
  const journeys = createJourneys()
  const watch = watchBackEnd({
    journeys,
    findAccount: (id) => store.data.accounts.find((account) => account.id === id),
    pollen,
    programs: { affiliate, friends },
  })
  const snippet = createSnippet(readFileSync(SNIPPET, 'utf8'), [
    affiliate.public_id,
    friends.public_id,
  ])
  const shop = createShop({ store, pollen, snippet, watch })
  const programNameOf = (/** @type {string} */ publicId) =>
    [affiliate, friends].find(({ public_id }) => public_id === publicId)?.name

  const app = express()
  app.disable('x-powered-by')
  app.use(express.static(PUBLIC))
  app.use(cookieParser(store.data.secret))
  app.use(watchCookies(journeys))
  app.use(firstPartyProxy(pollenUrl, watchBrowser(journeys, programNameOf)))
  app.use(express.urlencoded({ extended: false, limit: '16kb' }))
  app.use(landingPage(shop))
  app.use(pricingPage(shop))
  app.use(signupPage(shop))
  app.use(welcomePage(shop))
  app.use(loginPage(shop))
  app.use(checkoutPage(shop))
  app.use(accountPage(shop))
  app.use(friendsPage(shop, friends.public_id))
  app.use(journeyPage(shop, journeys, links))
  app.use(notFoundPage(shop))
  app.use(errorPage(shop))
  return { app, shop }
}
