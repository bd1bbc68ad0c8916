import { Router } from 'express'
import { html, scriptLiteral } from '../html.mjs'
import { findProduct } from '../products.mjs'

/** @typedef {import('../store.mjs').Account} Account */

/** @param {import('../shop.mjs').Shop} shop */
export const welcomePage = ({ sessions, show }) =>
  Router().get('/welcome', (request, response) => {
    const account = sessions.accountOf(request)
    if (!account) return response.redirect('/login')
    const main = page(account, findProduct(request.query.product))
    show(request, response, { title: 'Welcome', main })
  })

/**
 * @param {Account} account
 * @param {import('../products.mjs').Product | undefined} product What they were about to buy.
 */
const page = (account, product) => html`
  <div class="stack">
    <h1>Welcome, ${account.name}</h1>
    <p class="lede">Your account is open, and your link for friends is in it.</p>
    <div class="actions">
      ${
        product
          ? html`<a class="button" href="/checkout?product=${product.id}">Go on to ${product.name}</a>`
          : html`<a class="button" href="/pricing">Choose your seeds</a>`
      }
      <a class="button quiet" href="/account">See your account</a>
    </div>
  </div>
  ${account.reportedBy === 'script' && html`<script>${signup(account)}</script>`}`

/** Safe to run at every visit: a customer is recorded once. */
/** @param {Account} account */
const signup = ({ id, email, name }) =>
  html`po('customers', 'signup', { data: ${scriptLiteral({ key: id, email, name })} })`
