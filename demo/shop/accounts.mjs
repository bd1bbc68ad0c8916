import { randomBytes } from 'node:crypto'
import { hashPassword, isPassword } from './passwords.mjs'

/** @typedef {import('./store.mjs').Account} Account */
/** @typedef {import('./store.mjs').ShopData} ShopData */

/**
 * @param {ShopData} data
 * @param {string} email In any case: nobody has two addresses that differ in nothing else.
 */
export const findAccount = (data, email) =>
  data.accounts.find((account) => account.email.toLowerCase() === email.toLowerCase())

/**
 * Adds an account, which is kept with the next `save`.
 *
 * @param {ShopData} data
 * @param {{ name: string, email: string, password: string }} values Valid ones.
 * @param {Pick<Account, 'reportedBy' | 'visitor'>} origin
 * @returns {Promise<Account | undefined>} `undefined` when the address has an account already.
 */
export async function addAccount(data, { name, email, password }, origin) {
  const passwordHash = await hashPassword(password)
  if (findAccount(data, email)) return undefined
  const account = {
    id: `customer_${randomBytes(6).toString('hex')}`,
    name,
    email,
    passwordHash,
    createdAt: Date.now(),
    ...origin,
  }
  data.accounts.push(account)
  return account
}

/**
 * @param {ShopData} data
 * @param {string} email
 * @param {string} password
 * @returns {Promise<Account | undefined>} `undefined` when either is wrong; it is not told which.
 */
export async function authenticate(data, email, password) {
  const account = findAccount(data, email)
  return account && (await isPassword(password, account.passwordHash)) ? account : undefined
}
