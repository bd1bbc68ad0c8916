import { Router } from 'express'
import { addAccount } from '../accounts.mjs'
import { field } from '../field.mjs'
import { email, isValid, newPassword, readForm, text } from '../forms.mjs'
import { html, raw } from '../html.mjs'
import { findProduct } from '../products.mjs'
import { signupReports } from '../reports.mjs'
import { withQuery } from '../with-query.mjs'

/** @typedef {import('../store.mjs').Account['reportedBy']} Way */

/** Three ways to tell Pollen of a sign-up; the demo lets you try each. */
/** @type {readonly { way: Way, title: string, how: string }[]} */
const WAYS = [
  {
    way: 'server',
    title: 'The back end',
    how: 'It reads the cookie and calls the REST API. Nothing in the browser can lose it.',
  },
  {
    way: 'form',
    title: 'The form',
    how: 'The script watches the form and takes name and e-mail when it is sent.',
  },
  {
    way: 'script',
    title: 'The next page',
    how: "It calls po('customers', 'signup', …) when the account is there.",
  },
]

const rules = { name: text('Your name', 100), email, password: newPassword }

/** @param {import('../shop.mjs').Shop} shop */
export function signupPage({ store, sessions, outbox, show }) {
  const router = Router()

  router.get('/signup', (request, response) => {
    if (sessions.accountOf(request)) return response.redirect('/account')
    show(request, response, page(request.query, {}, {}))
  })

  router.post('/signup', async (request, response) => {
    const { query, cookies } = request
    const { values, errors } = readForm(request.body, rules)
    const { name = '', email = '', password = '' } = values
    const origin = { reportedBy: wayOf(query), ...visitorIn(cookies) }
    const account = isValid(errors)
      ? await addAccount(store.data, { name, email, password }, origin)
      : undefined
    if (!account) {
      const shown = isValid(errors) ? { email: TAKEN } : errors
      return show(request, response, page(query, values, shown), 422)
    }
    if (account.reportedBy === 'server') outbox.add(...signupReports(account, cookies))
    sessions.begin(response, account.id)
    await store.save()
    outbox.flush()
    response.redirect(303, withQuery('/welcome', { product: query.product }))
  })

  return router
}

const TAKEN = 'There is an account with this address already: log in instead.'

/** @param {Record<string, string | undefined>} cookies */
const visitorIn = ({ partnero_session_uuid: visitor }) => (visitor ? { visitor } : {})

/** @param {Record<string, unknown>} query @returns {Way} */
const wayOf = ({ by }) => WAYS.find(({ way }) => way === by)?.way ?? 'server'

/**
 * @param {Record<string, unknown>} query
 * @param {import('../forms.mjs').Values} values
 * @param {import('../forms.mjs').Errors} errors
 */
function page(query, values, errors) {
  const by = wayOf(query)
  const product = findProduct(query.product)?.id
  const main = html`
    <div class="stack">
      <h1>Open an account</h1>
      <p class="lede">For your orders, refunds, and a link that earns $5.00 whenever a friend buys.</p>
    </div>
    <div class="columns">
      <form class="card" method="post" action="${withQuery('/signup', { by, product })}">
        ${field({ name: 'name', label: 'Your name', autocomplete: 'name', limits: raw('maxlength="100"') }, values, errors)}
        ${field({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'email', limits: raw('maxlength="254"') }, values, errors)}
        ${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password', hint: 'At least 8 characters.', limits: raw('minlength="8" maxlength="200"') }, values, errors)}
        <button>Sign up</button>
        <p class="muted">Been here before? <a href="${withQuery('/login', { product })}">Log in</a>.</p>
      </form>
      <aside class="card" aria-labelledby="ways">
        <h2 id="ways">Who reports this sign-up?</h2>
        <ul class="ways">
          ${WAYS.map(
            ({
              way,
              title,
              how,
            }) => html`<li><a href="${withQuery('/signup', { by: way, product })}"
              ${way === by && html`aria-current="true"`}><strong>${title}</strong><span>${how}</span></a></li>`,
          )}
        </ul>
      </aside>
    </div>
    ${by === 'form' && html`<script>po('integration', 'universal')</script>`}`
  return { title: 'Sign up', main }
}
