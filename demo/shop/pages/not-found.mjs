import { html } from '../html.mjs'

/** @param {import('../shop.mjs').Shop} shop @returns {import('express').RequestHandler} */
export const notFoundPage =
  ({ show }) =>
  (request, response) =>
    show(request, response, { title: 'Not found', main }, 404)

const main = html`
  <div class="stack">
    <h1>Nothing grows here</h1>
    <p class="lede">There is no page at this address.</p>
    <a class="button" href="/">To the shop</a>
  </div>`
