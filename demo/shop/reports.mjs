// What the shop tells Pollen, and when: the heart of an integration. Every report may be sent twice:
// a customer is credited once, and an order pays once, because each carries an id of the shop's own.
import { CURRENCY } from './money.mjs'

/** @typedef {import('./store.mjs').Account} Account */
/** @typedef {import('./store.mjs').Order} Order */

/** The two programs that the shop takes part in; each has an API key of its own. */
/** @typedef {'affiliate' | 'friends'} ProgramName */

/**
 * A call to be made.
 * @typedef {object} Report
 * @property {ProgramName} program
 * @property {import('./pollen.mjs').Method} method
 * @property {string} path
 * @property {object} [body]
 * @property {string} accountId Whose it is; not sent.
 */

/**
 * A sign-up. Partners only hear of customers that they sent. Friends hear of everybody: each customer
 * gets a referral link, and whoever came by one names the friend.
 *
 * @param {Account} account
 * @param {Record<string, string | undefined>} cookies As `cookie-parser` reads them.
 * @returns {Report[]}
 */
export function signupReports(account, { partnero_partner, partnero_referral }) {
  const { id, name, email } = account
  const report = { method: /** @type {const} */ ('POST'), path: '/customers', accountId: id }
  /** @type {Report} */
  const toFriends = {
    ...report,
    program: 'friends',
    body: {
      id,
      name,
      email,
      ...(partnero_referral && { referring_customer: { key: partnero_referral } }),
    },
  }
  if (!partnero_partner) return [toFriends]
  const body = { key: id, name, email, partner: { key: partnero_partner } }
  return [{ ...report, program: 'affiliate', body }, toFriends]
}

/**
 * A sale. Whether somebody has earned by it is for Pollen to know: a customer whom nobody sent is
 * answered with `status` 0. The address finds those whom only their browser has reported.
 *
 * @param {Order} order
 * @param {Account} account
 * @returns {Report[]}
 */
export function saleReports(order, { id, email }) {
  const sale = {
    key: order.id,
    action: 'sale',
    amount: order.totalCents / 100,
    amount_units: CURRENCY,
    product_id: order.productId,
  }
  const report = {
    method: /** @type {const} */ ('POST'),
    path: '/transactions',
    accountId: id,
  }
  return [
    { ...report, program: 'affiliate', body: { ...sale, customer: { key: id, email } } },
    { ...report, program: 'friends', body: { ...sale, customer: { id, email } } },
  ]
}

/**
 * A refund takes back what the sale has earned; where it earned nothing, Pollen knows of no sale.
 *
 * @param {Order} order
 * @returns {Report[]}
 */
export function refundReports({ id, accountId }) {
  const report = {
    method: /** @type {const} */ ('DELETE'),
    path: `/transactions/${encodeURIComponent(id)}`,
    accountId,
  }
  return [
    { ...report, program: 'affiliate' },
    { ...report, program: 'friends' },
  ]
}
