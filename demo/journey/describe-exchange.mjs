import { amountText } from '../shop/money.mjs'

/** @typedef {import('./exchange.mjs').Exchange} Exchange */
/** @typedef {{ station: import('./stations.mjs').StationName, sentence: string }} Description */

/**
 * Says in a sentence what an exchange with Pollen did, and to which station it belongs.
 *
 * @param {Exchange} exchange
 * @returns {Description | undefined} `undefined` for one that is no step of a journey.
 */
export function describeExchange(exchange) {
  const { method, path, httpStatus } = exchange
  const rule = RULES.find((rule) => rule.method === method && rule.path.test(path))
  if (!rule) return undefined
  const { station } = rule
  if (httpStatus === undefined) return { station, sentence: UNREACHABLE }
  return { station, sentence: refusal(exchange) ?? rule.sentence(exchange) }
}

const UNREACHABLE = 'Pollen cannot be reached. The shop keeps this report and sends it again.'

/** @param {Exchange} exchange */
function refusal({ answer, httpStatus = 0 }) {
  if (answer?.status === 1) return undefined
  return `Pollen records nothing: ${answer?.message ?? `it answered ${httpStatus}.`}`
}

/**
 * @type {readonly {
 *   method: string,
 *   path: RegExp,
 *   station: Description['station'],
 *   sentence: (exchange: Exchange) => string,
 * }[]}
 */
const RULES = [
  {
    method: 'POST',
    path: /^\/pub\/v1\/programs\/[^/]+\/clicks$/,
    station: 'click',
    sentence: ({ body, answer }) => {
      const { partner } = answer.data
      const key = `the key “${Object(body).key}”`
      return partner
        ? `${nameOf(partner)} sent this visitor: the link carried ${key}.`
        : `The link carried ${key}, which belongs to nobody.`
    },
  },
  {
    method: 'POST',
    path: /^\/pub\/v1\/programs\/[^/]+\/customers$/,
    station: 'customer',
    sentence: ({ answer }) =>
      `The browser reported the sign-up. ${creditOf(answer.data.partner && nameOf(answer.data.partner))}`,
  },
  {
    method: 'POST',
    path: /^\/v1\/customers$/,
    station: 'customer',
    sentence: ({ answer: { data } }) =>
      `The back end reported the sign-up. ${creditOf(data.referring_customer ? nameOf(data.referring_customer) : data.partner)}`,
  },
  {
    method: 'POST',
    path: /^\/v1\/transactions$/,
    station: 'sale',
    sentence: ({ answer: { data } }) =>
      `The back end reported a sale of ${amountText(data.amount, data.amount_units)}.`,
  },
  {
    method: 'DELETE',
    path: /^\/v1\/transactions\/[^/]+$/,
    station: 'sale',
    sentence: () => 'The back end took the sale back: the customer has the money again.',
  },
  {
    method: 'GET',
    path: /^\/v1\/transactions\/[^/]+$/,
    station: 'commission',
    sentence: ({ answer: { data } }) => `The sale earned ${rewardText(data.rewards)}.`,
  },
  {
    method: 'GET',
    path: /^\/v1\/partners\/[^/]+$/,
    station: 'commission',
    sentence: ({ answer: { data } }) =>
      `${nameOf(data)} is owed ${moneyText(data.commissions.not_paid)} in all.`,
  },
  {
    method: 'GET',
    path: /^\/v1\/customers\/[^/]+\/balance$/,
    station: 'commission',
    sentence: ({ answer: { data } }) =>
      `${nameOf(data.customer)} has ${moneyText(
        (data.balance.currency ?? []).map(
          (/** @type {{ amount: number, amount_units: string }} */ { amount, amount_units }) => ({
            amount,
            currency: amount_units,
          }),
        ),
      )} on the balance.`,
  },
]

/** @param {{ name?: string | null, surname?: string | null, key?: string }} person */
const nameOf = ({ name, surname, key }) =>
  [name, surname].filter(Boolean).join(' ') || (key ?? 'Somebody')

/** @param {string | null | undefined} name */
const creditOf = (name) => (name ? `It is credited to ${name}.` : 'Nobody is credited.')

/** @param {{ amount: number, amount_units: string }[]} rewards */
const rewardText = (rewards) =>
  moneyText(rewards.map(({ amount, amount_units }) => ({ amount, currency: amount_units })))

/** @param {{ amount: number, currency: string }[]} sums */
const moneyText = (sums) =>
  sums.length > 0
    ? sums.map(({ amount, currency }) => amountText(amount, currency)).join(' and ')
    : 'nothing'
