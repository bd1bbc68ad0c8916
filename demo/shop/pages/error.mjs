import { html } from '../html.mjs'

/**
 * The shop's last resort. The visitor learns whose fault it was, the console the rest.
 *
 * @param {import('../shop.mjs').Shop} shop
 * @returns {import('express').ErrorRequestHandler}
 */
export const errorPage =
  ({ show }) =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const httpStatus = error.status >= 400 && error.status < 500 ? error.status : 500
    if (httpStatus === 500) console.error(error)
    const main = httpStatus === 500 ? ours : theirs
    show(request, response, { title: 'Something went wrong', main }, httpStatus)
  }

const ours = html`
  <div class="stack">
    <h1>The watering can is empty</h1>
    <p class="lede">Something went wrong on our side. Please try again.</p>
    <a class="button" href="/">To the shop</a>
  </div>`

const theirs = html`
  <div class="stack">
    <h1>We could not read that</h1>
    <p class="lede">What your browser sent was not what a form of ours sends.</p>
    <a class="button" href="/">To the shop</a>
  </div>`
