import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { field } from '../field.mjs'
import { isValid, quantity, readForm, text } from '../forms.mjs'
import { html, raw } from '../html.mjs'
import { priceText } from '../money.mjs'
import { placeOrder } from '../orders.mjs'
import { findProduct } from '../products.mjs'
import { saleReports } from '../reports.mjs'
import { withQuery } from '../with-query.mjs'

/** @typedef {import('../products.mjs').Product} Product */

/** An order's id, made with the form. */
const ORDER_ID = /^order_[0-9a-f-]{36}$/

const rules = {
  quantity,
  recipient: text('The name on the parcel', 100),
  address: text('The address', 200),
  order: (/** @type {string} */ value) =>
    ORDER_ID.test(value) ? undefined : 'This form is out of date: open it again from the shop.',
}

/** @param {import('../shop.mjs').Shop} shop */
export function checkoutPage({ store, sessions, outbox, show }) {
  const router = Router()

  router.get('/checkout', (request, response) => {
    const product = findProduct(request.query.product)
    if (!product) return response.redirect('/pricing')
    const account = sessions.accountOf(request)
    if (!account) return response.redirect(withQuery('/signup', { product: product.id }))
    const values = { quantity: '1', recipient: account.name, order: `order_${randomUUID()}` }
    show(request, response, page(product, values, {}))
  })

  router.post('/checkout', async (request, response) => {
    const product = findProduct(request.query.product)
    if (!product) return response.redirect(303, '/pricing')
    const account = sessions.accountOf(request)
    if (!account) return response.redirect(303, withQuery('/login', { product: product.id }))
    const { values, errors } = readForm(request.body, rules)
    if (!isValid(errors)) return show(request, response, page(product, values, errors), 422)
    const { order: id = '', recipient = '', address = '' } = values
    const placed = placeOrder(
      store.data,
      {
        id,
        accountId: account.id,
        productId: product.id,
        quantity: Number(values.quantity),
        recipient,
        address,
      },
      product,
    )
    if (placed) outbox.add(...saleReports(placed, account))
    await store.save()
    outbox.flush()
    response.redirect(303, '/account?thanks')
  })

  return router
}

/**
 * @param {Product} product
 * @param {import('../forms.mjs').Values} values
 * @param {import('../forms.mjs').Errors} errors
 */
function page(product, values, errors) {
  const main = html`
    <div class="stack"><h1>Checkout</h1></div>
    <div class="columns">
      <form class="card" method="post" action="${withQuery('/checkout', { product: product.id })}">
        ${errors.order && html`<p class="error">${errors.order}</p>`}
        <input type="hidden" name="order" value="${values.order}">
        ${field({ name: 'quantity', label: 'Packets', type: 'number', autocomplete: 'off', limits: raw('min="1" max="9"') }, values, errors)}
        ${field({ name: 'recipient', label: 'Name on the parcel', autocomplete: 'name', limits: raw('maxlength="100"') }, values, errors)}
        ${field({ name: 'address', label: 'Address', autocomplete: 'street-address', hint: 'Any will do: nothing is sent.', limits: raw('maxlength="200"') }, values, errors)}
        <button>Place the order</button>
      </form>
      <aside class="card" aria-labelledby="summary">
        <h2 id="summary">Your order</h2>
        <dl class="facts">
          <dt>${product.name}</dt><dd>${priceText(product.priceCents)} each</dd>
          <dt>Shipping</dt><dd>Free</dd>
          <dt>Payment</dt><dd>None, this is a demo</dd>
        </dl>
        <p><a href="/pricing">Choose something else</a></p>
      </aside>
    </div>`
  return { title: 'Checkout', main }
}
