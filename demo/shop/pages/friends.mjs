import { Router } from 'express'
import { html, scriptLiteral } from '../html.mjs'
import { PollenUnavailableError } from '../pollen.mjs'

/**
 * Where customers invite friends. What they see of their own is the widget's business; the shop only
 * says who is logged in, by a token that it has made for each visit.
 *
 * @param {import('../shop.mjs').Shop} shop
 * @param {string} programId Of the refer-a-friend program.
 */
export function friendsPage({ sessions, pollen, show }, programId) {
  const router = Router()

  router.get('/friends', (request, response) => {
    const main = sessions.accountOf(request) ? ownPage(programId) : strangersPage
    const head = sessions.accountOf(request) ? popup(programId) : form(programId)
    show(request, response, { title: 'Invite friends', main, head })
  })

  router.get('/friends/token', async (request, response) => {
    const account = sessions.accountOf(request)
    if (!account) return response.status(401).json({ message: 'Nobody is logged in.' })
    response.set('Cache-Control', 'no-store')
    const { httpStatus, body } = await widgetToken(pollen.friends, account)
    // A customer whom Pollen has not heard of has nothing to see yet, and is told how to get a link.
    if (httpStatus !== 200) return response.sendStatus(httpStatus === 404 ? 401 : 503)
    response.json({ token: body.data.token })
  })

  return router
}

/**
 * @param {import('../pollen.mjs').Pollen} pollen
 * @param {import('../store.mjs').Account} account The address finds those whom only their browser has
 *   reported.
 */
async function widgetToken(pollen, { email }) {
  try {
    return await pollen('POST', `/customers/${encodeURIComponent(email)}/widget_token`, {})
  } catch (error) {
    if (error instanceof PollenUnavailableError) return { httpStatus: 503, body: {} }
    throw error
  }
}

const TOKEN_URL = '/friends/token'

/** @param {string} programId */
const ownPage = (programId) => html`
  <div class="stack">
    <h1>Invite friends</h1>
    <p class="lede">Five dollars for you whenever a friend buys a meadow.</p>
  </div>
  <div class="card invite">
    <pollen-referrals program="${programId}" token-url="${TOKEN_URL}"
      share-text="Seeds that I liked:"></pollen-referrals>
  </div>
  <p class="invite"><button class="quiet" type="button" id="popup">Show it as a popup</button></p>`

/** @param {string} programId */
const popup = (programId) => html`<script async src="/js/referrals.js"></script>
<script>
  document.addEventListener('DOMContentLoaded', () => po('showReferralPopup', {
    program_id: ${scriptLiteral(programId)},
    token_url: ${scriptLiteral(TOKEN_URL)},
    trigger: 'click',
    selector: '#popup',
  }))
</script>`

const strangersPage = html`
  <div class="stack">
    <h1>Invite friends</h1>
    <p class="lede">Five dollars for you whenever a friend buys a meadow. You need no account for it;
      with one, you see here who came: <a href="/login">log in</a>.</p>
  </div>
  <div class="card invite" id="friends"></div>`

/** @param {string} programId */
const form = (programId) => html`<script>
  document.addEventListener('DOMContentLoaded', () => po('renderReferralForm', {
    container: '#friends',
    program_id: ${scriptLiteral(programId)},
  }))
</script>`
