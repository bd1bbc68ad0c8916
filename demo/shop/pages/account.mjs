import { Router } from 'express'
import { readFriendship } from '../friendship.mjs'
import { html } from '../html.mjs'
import { amountText, CURRENCY, priceText } from '../money.mjs'
import { ordersOf, refundOrder } from '../orders.mjs'
import { findProduct } from '../products.mjs'
import { refundReports, signupReports } from '../reports.mjs'

/** @typedef {import('../store.mjs').Account} Account */
/** @typedef {import('../store.mjs').Order} Order */

/** @param {import('../shop.mjs').Shop} shop */
export function accountPage({ store, sessions, outbox, pollen, show }) {
  const router = Router()

  router.get('/account', async (request, response) => {
    const account = sessions.accountOf(request)
    if (!account) return response.redirect('/login')
    const friendship = await readFriendship(pollen.friends, account.email)
    const orders = ordersOf(store.data, account.id)
    const main = page({ account, orders, friendship, isThanked: 'thanks' in request.query })
    show(request, response, { title: 'Your account', main, head: copyScript })
  })

  // For those whose sign-up only a browser has told of, and it was not heard.
  router.post('/account/referral-link', async (request, response) => {
    const account = sessions.accountOf(request)
    if (!account) return response.redirect(303, '/login')
    outbox.add(...signupReports(account, request.cookies))
    await store.save()
    await outbox.flush()
    response.redirect(303, '/account')
  })

  router.post('/orders/:id/refund', async (request, response) => {
    const account = sessions.accountOf(request)
    if (!account) return response.redirect(303, '/login')
    const order = refundOrder(store.data, account.id, request.params.id)
    if (order) outbox.add(...refundReports(order))
    await store.save()
    outbox.flush()
    response.redirect(303, '/account')
  })

  return router
}

const copyScript = html`<script src="/copy-link.js" type="module"></script>`

/**
 * @param {object} shown
 * @param {Account} shown.account
 * @param {Order[]} shown.orders
 * @param {Awaited<ReturnType<typeof readFriendship>>} shown.friendship
 * @param {boolean} shown.isThanked
 */
const page = ({ account, orders, friendship, isThanked }) => html`
  <div class="stack">
    ${isThanked && html`<p class="notice" role="status">Thank you, your order is placed.</p>`}
    <h1>Your account</h1>
    <div class="actions">
      <p class="muted">${account.name}, ${account.email}</p>
      <form method="post" action="/logout"><button class="quiet small">Log out</button></form>
    </div>
  </div>
  <div class="columns">
    <section class="card" aria-labelledby="friends">
      <h2 id="friends">Your referral link</h2>
      <p>Give it to a friend. When they buy, you get $5.00.</p>
      ${link(account, friendship)}
    </section>
    <section class="card" aria-labelledby="orders">
      <h2 id="orders">Your orders</h2>
      ${
        orders.length > 0
          ? html`<ul class="orders">${orders.map(orderRow)}</ul>`
          : html`<p class="muted">None yet.</p><p><a href="/pricing">Choose your seeds</a></p>`
      }
    </section>
  </div>`

/** @param {Account} account @param {Awaited<ReturnType<typeof readFriendship>>} friendship */
function link(account, friendship) {
  if (friendship === 'unknown') {
    return html`<form method="post" action="/account/referral-link"><button>Get my link</button></form>`
  }
  const isKnown = friendship !== 'unavailable'
  const url = isKnown ? friendship.link : account.referralLink
  return html`
    ${
      url &&
      html`<div class="copy"><output aria-label="Your referral link">${url}</output>
      <button class="quiet" type="button" data-copy="${url}" hidden>Copy the link</button></div>`
    }
    ${
      isKnown
        ? html`<p><span class="big">${earned(friendship.balance)}</span> earned so far</p>`
        : html`<p class="muted">What it has earned cannot be read right now; nothing is lost.</p>`
    }`
}

/** @param {import('../friendship.mjs').Friendship['balance']} balance */
const earned = (balance) =>
  balance.length > 0
    ? balance.map(({ amount, currency }) => amountText(amount, currency)).join(' and ')
    : amountText(0, CURRENCY)

/** @param {Order} order */
function orderRow({ id, productId, quantity, totalCents, createdAt, refundedAt }) {
  const name = findProduct(productId)?.name ?? productId
  const date = new Date(createdAt)
  return html`<li>
    <div>
      <h3>${name}${quantity > 1 && html` × ${quantity}`}</h3>
      <p class="muted">${priceText(totalCents)}, <time datetime="${date.toISOString()}">${date.toLocaleDateString('en-US', { dateStyle: 'long' })}</time></p>
    </div>
    ${
      refundedAt
        ? html`<p>Refunded</p>`
        : html`<form method="post" action="/orders/${id}/refund">
          <button class="quiet small" aria-label="Refund ${name}, ${priceText(totalCents)}">Refund</button></form>`
    }
  </li>`
}
