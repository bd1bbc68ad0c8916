import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { html } from '../shop/html.mjs'
import { emptyJourney, journeyView, stepView } from './journey-view.mjs'

/** @typedef {{ partner: string, friend: string }} ReferralLinks */

/** Comes with the first event, so that a page that lost the line asks again after this, in ms. */
const RECONNECT_MS = 1000

/** What the tracking script and the shop leave in a browser. */
const COOKIES = ['partnero_partner', 'partnero_referral', 'partnero_session_uuid']

const PUBLIC = fileURLToPath(new URL('public', import.meta.url))

/**
 * The page that shows each journey as it happens.
 *
 * @param {import('../shop/shop.mjs').Shop} shop
 * @param {import('./journeys.mjs').Journeys} journeys
 * @param {ReferralLinks} links
 */
export function journeyPage({ store, sessions, show }, journeys, links) {
  const router = Router()
  router.use('/journey', express.static(PUBLIC, { redirect: false }))

  router.get('/journey', (request, response) => {
    const main = page(journeys.list(), links)
    show(request, response, { title: 'The journey', main, head })
  })

  router.get('/journey/steps', (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(`retry: ${RECONNECT_MS}\n\n`)
    const stop = journeys.onStep((journey, step) => {
      const data = {
        visitor: journey.visitor,
        station: step.station,
        id: step.id,
        sentence: step.sentence,
        step: stepView(step).markup,
        journey: journeyView(journey).markup,
      }
      response.write(`data: ${JSON.stringify(data)}\n\n`)
    })
    request.once('close', stop)
  })

  router.post('/journey/new-visitor', async (request, response) => {
    for (const name of COOKIES) response.clearCookie(name)
    sessions.end(request, response)
    await store.save()
    response.redirect(303, '/journey')
  })

  return router
}

const head = html`
  <link rel="stylesheet" href="/journey/journey.css">
  <script src="/journey/journey.js" type="module"></script>`

/** @param {readonly import('./journeys.mjs').Journey[]} journeys @param {ReferralLinks} links */
const page = (journeys, links) => html`
  <div class="stack">
    <h1>The journey of a referral</h1>
    <p class="lede">Follow a link, open an account, buy seeds, and keep this page open beside it. Each
      step appears here when it happens, with the request behind it.</p>
    <div class="actions">
      <a class="button" href="${links.partner}" target="_blank">Open Jane’s link</a>
      <a class="button quiet" href="${links.friend}" target="_blank">Open Sam’s link</a>
      <form method="post" action="/journey/new-visitor">
        <button class="quiet">Be a new visitor</button>
      </form>
    </div>
    <p class="muted hint">Jane is a partner and earns 30 % of each sale. Sam is a customer and gets $5.00
      when a friend buys.</p>
  </div>
  <p class="visually-hidden" role="status" id="news"></p>
  <div id="journeys">
    ${journeys.length > 0 ? journeys.map((journey) => journeyView(journey)) : emptyJourney()}
  </div>`
