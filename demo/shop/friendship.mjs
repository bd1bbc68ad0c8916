import { PollenUnavailableError } from './pollen.mjs'

/**
 * What a customer has of the refer-a-friend program.
 * @typedef {object} Friendship
 * @property {string} link The referral link to give away.
 * @property {{ amount: number, currency: string }[]} balance What friends have earned them.
 */

/**
 * @param {import('./pollen.mjs').Pollen} pollen
 * @param {string} email Any of its names finds a customer; this one the browser reports as well.
 * @returns {Promise<Friendship | 'unknown' | 'unavailable'>} `unknown` for a customer that the
 *   program has not heard of.
 */
export async function readFriendship(pollen, email) {
  const path = `/customers/${encodeURIComponent(email)}`
  try {
    const [customer, balance] = await Promise.all([
      pollen('GET', path),
      pollen('GET', `${path}/balance`),
    ])
    if (customer.httpStatus !== 200 || balance.httpStatus !== 200) return 'unknown'
    return {
      link: customer.body.data.referral_link,
      balance: moneyOf(balance.body.data.balance),
    }
  } catch (error) {
    if (error instanceof PollenUnavailableError) return 'unavailable'
    throw error
  }
}

/** @param {{ currency?: { amount: number, amount_units: string }[] }} balance An empty one is `[]`. */
const moneyOf = ({ currency = [] }) =>
  currency.map(({ amount, amount_units }) => ({ amount, currency: amount_units }))
