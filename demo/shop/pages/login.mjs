import { Router } from 'express'
import { authenticate } from '../accounts.mjs'
import { field } from '../field.mjs'
import { email, isValid, readForm, text } from '../forms.mjs'
import { html } from '../html.mjs'
import { findProduct } from '../products.mjs'
import { withQuery } from '../with-query.mjs'

const rules = { email, password: text('Your password', 200) }

/** Logging in, and out. */
/** @param {import('../shop.mjs').Shop} shop */
export function loginPage({ store, sessions, show }) {
  const router = Router()

  router.get('/login', (request, response) => {
    if (sessions.accountOf(request)) return response.redirect('/account')
    show(request, response, page(request.query, {}, {}))
  })

  router.post('/login', async (request, response) => {
    const { values, errors } = readForm(request.body, rules)
    const { email = '', password = '' } = values
    const account = isValid(errors) && (await authenticate(store.data, email, password))
    if (!account) {
      const shown = isValid(errors) ? { password: WRONG } : errors
      return show(request, response, page(request.query, values, shown), 422)
    }
    sessions.begin(response, account.id)
    await store.save()
    const product = findProduct(request.query.product)?.id
    response.redirect(303, product ? withQuery('/checkout', { product }) : '/account')
  })

  router.post('/logout', async (request, response) => {
    sessions.end(request, response)
    await store.save()
    response.redirect(303, '/')
  })

  return router
}

const WRONG = 'No account has this address and this password.'

/**
 * @param {Record<string, unknown>} query
 * @param {import('../forms.mjs').Values} values
 * @param {import('../forms.mjs').Errors} errors
 */
function page({ product }, values, errors) {
  const main = html`
    <div class="stack"><h1>Log in</h1></div>
    <div class="columns narrow">
      <form class="card" method="post" action="${withQuery('/login', { product })}">
        ${field({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'username' }, values, errors)}
        ${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' }, values, errors)}
        <button>Log in</button>
        <p class="muted">New here? <a href="${withQuery('/signup', { product })}">Open an account</a>.</p>
      </form>
    </div>`
  return { title: 'Log in', main }
}
