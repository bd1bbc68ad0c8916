import { layout } from './layout.mjs'
import { createOutbox } from './outbox.mjs'
import { PollenUnavailableError } from './pollen.mjs'
import { createSessions } from './sessions.mjs'

/** @typedef {import('./reports.mjs').ProgramName} ProgramName */
/** @typedef {import('./reports.mjs').Report} Report */
/** @typedef {import('./pollen.mjs').Pollen} Pollen */

/**
 * What the pages work with.
 * @typedef {object} Shop
 * @property {import('./store.mjs').Store} store
 * @property {import('./sessions.mjs').Sessions} sessions
 * @property {import('./outbox.mjs').Outbox} outbox
 * @property {Record<ProgramName, Pollen>} pollen
 * @property {(
 *   request: import('express').Request,
 *   response: import('express').Response,
 *   page: import('./layout.mjs').Page,
 *   httpStatus?: number,
 * ) => void} show Answers with a page.
 */

/**
 * @typedef {object} ShopOptions
 * @property {import('./store.mjs').Store} store
 * @property {Record<ProgramName, Pollen>} pollen
 * @property {(host: string) => import('./html.mjs').Html} snippet
 * @property {import('../journey/watch-back-end.mjs').BackEndWatch} watch
 */

/**
 * @param {ShopOptions} options
 * @returns {Shop}
 */
export function createShop({ store, pollen, snippet, watch }) {
  const sessions = createSessions(store)
  const outbox = createOutbox({
    store,
    async send(report) {
      try {
        return await pollen[report.program](report.method, report.path, report.body)
      } catch (error) {
        if (error instanceof PollenUnavailableError) watch.onUnavailable(report)
        throw error
      }
    },
    onAnswer(report, answer) {
      keepReferralLink(store.data, report, answer)
      watch.onAnswer(report, answer)
    },
  })

  return {
    store,
    sessions,
    outbox,
    pollen,
    show(request, response, page, httpStatus = 200) {
      const visit = {
        path: request.path,
        snippet: snippet(`${request.protocol}://${request.host}`),
        account: sessions.accountOf(request),
      }
      response.status(httpStatus).send(layout(visit, page))
    },
  }
}

/**
 * The account page shows the link also while Pollen is away.
 *
 * @param {import('./store.mjs').ShopData} data Kept with the next `save`.
 * @param {Report} report
 * @param {import('./pollen.mjs').Answer} answer
 */
function keepReferralLink({ accounts }, { program, path, accountId }, { body }) {
  if (program !== 'friends' || path !== '/customers' || body.status !== 1) return
  const account = accounts.find(({ id }) => id === accountId)
  if (account) account.referralLink = body.data.referral_link
}
