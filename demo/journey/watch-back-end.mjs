import { PollenUnavailableError } from '../shop/pollen.mjs'
import { describeExchange } from './describe-exchange.mjs'
import { backEndExchange } from './exchange.mjs'

/** @typedef {import('../shop/reports.mjs').Report} Report */
/** @typedef {import('../shop/reports.mjs').ProgramName} ProgramName */
/** @typedef {import('../shop/pollen.mjs').Answer} Answer */
/** @typedef {import('../shop/store.mjs').Account} Account */

/**
 * @typedef {object} BackEndWatch
 * @property {(report: Report, answer: Answer) => void} onAnswer
 * @property {(report: Report) => void} onUnavailable
 */

/**
 * Shows what the shop's back end tells Pollen. After a sale or a refund it reads back what has become
 * of the commission, for everybody to see.
 *
 * @param {object} options
 * @param {import('./journeys.mjs').Journeys} options.journeys
 * @param {(accountId: string) => Account | undefined} options.findAccount
 * @param {Record<ProgramName, import('../shop/pollen.mjs').Pollen>} options.pollen
 * @param {Record<ProgramName, { name: string, api_key: string }>} options.programs
 * @returns {BackEndWatch}
 */
export function watchBackEnd({ journeys, findAccount, pollen, programs }) {
  /** @type {WeakSet<Report>} */
  const shownAsWaiting = new WeakSet()

  /**
   * @param {{ account: Account, program: ProgramName }} whose
   * @param {Pick<Report, 'method' | 'path' | 'body'>} call
   * @param {Answer} [answer]
   */
  function show({ account, program }, call, answer) {
    const { name, api_key: apiKey } = programs[program]
    const exchange = backEndExchange({ ...call, apiKey }, answer)
    const description = describeExchange(exchange)
    if (!description) return
    journeys.add(account.visitor ?? account.email.toLowerCase(), {
      ...description,
      exchange,
      program: name,
    })
  }

  /** @param {Account} account @param {Report} report */
  async function readBack(account, { program, method, body }) {
    /** @param {string} path */
    const read = async (path) => {
      const answer = await pollen[program]('GET', path)
      show({ account, program }, { method: 'GET', path }, answer)
    }
    const customer = await pollen[program]('GET', `/customers/${encodeURIComponent(account.email)}`)
    const path = earningsPath(program, customer.body.data)
    if (!path) return
    if (method === 'POST') await read(`/transactions/${Object(body).key}`)
    await read(path)
  }

  return {
    onAnswer(report, answer) {
      const account = findAccount(report.accountId)
      if (!account) return
      show({ account, program: report.program }, report, answer)
      if (!report.path.startsWith('/transactions') || answer.body.status !== 1) return
      readBack(account, report).catch((error) => {
        if (!(error instanceof PollenUnavailableError)) console.error(error)
      })
    },
    onUnavailable(report) {
      const account = findAccount(report.accountId)
      if (!account || shownAsWaiting.has(report)) return
      shownAsWaiting.add(report)
      show({ account, program: report.program }, report)
    },
  }
}

/**
 * Where it stands what the customer's referrer has earned.
 *
 * @param {ProgramName} program
 * @param {any} customer
 * @returns {string | undefined} `undefined` when nobody sent this customer.
 */
function earningsPath(program, customer) {
  const id = program === 'affiliate' ? customer?.partner : customer?.referring_customer?.id
  if (!id) return undefined
  return program === 'affiliate'
    ? `/partners/${encodeURIComponent(id)}`
    : `/customers/${encodeURIComponent(id)}/balance`
}
