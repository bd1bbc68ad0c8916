import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeFileDurably } from '../write-file-durably.mjs'

/**
 * @typedef {object} Account
 * @property {string} id What Pollen knows the customer by.
 * @property {string} name
 * @property {string} email
 * @property {string} passwordHash
 * @property {'server' | 'form' | 'script'} reportedBy Who tells Pollen of this sign-up.
 * @property {string} [visitor] The tracking script's id of this visitor, if it was referred.
 * @property {string} [referralLink] Theirs, to give to friends, once Pollen has told it.
 * @property {number} createdAt Milliseconds since the epoch, as all times here.
 */

/**
 * @typedef {object} Order
 * @property {string} id Also the transaction's key at Pollen, so that no order pays twice.
 * @property {string} accountId
 * @property {string} productId
 * @property {number} quantity
 * @property {number} totalCents
 * @property {string} recipient
 * @property {string} address
 * @property {number} createdAt
 * @property {number} [refundedAt]
 */

/** @typedef {{ id: string, accountId: string, createdAt: number }} Session */

/**
 * All that the shop keeps.
 * @typedef {object} ShopData
 * @property {string} secret Signs the session cookie.
 * @property {Account[]} accounts
 * @property {Order[]} orders
 * @property {Session[]} sessions
 * @property {import('./reports.mjs').Report[]} outbox What Pollen has not been told yet, in order.
 */

/** @typedef {{ data: ShopData, save(): Promise<void> }} Store */

/**
 * A database in one JSON file. Change `data`, then `await save()`: it has reached the disk, all that
 * was changed together in one step, so an order is never kept without the report that it owes Pollen.
 *
 * @param {string} path
 * @returns {Store}
 */
export function openStore(path) {
  const data = read(path)
  let lastWrite = Promise.resolve()
  return {
    data,
    save() {
      const write = () => writeFileDurably(path, JSON.stringify(data, undefined, 2))
      lastWrite = lastWrite.then(write, write)
      return lastWrite
    },
  }
}

/**
 * @param {string} path
 * @returns {ShopData}
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return empty()
    throw new Error(`${path} cannot be read; \`npm run demo -- --reset\` starts afresh.`, { cause })
  }
}

/** @returns {ShopData} */
const empty = () => ({
  secret: randomBytes(32).toString('base64url'),
  accounts: [],
  orders: [],
  sessions: [],
  outbox: [],
})
