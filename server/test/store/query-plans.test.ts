import { CompiledQuery, Kysely } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { endOfFeed } from '../../src/domain/figures/activity-position.js'
import { listActivity } from '../../src/store/activity.js'
import { clickTimes } from '../../src/store/click-times.js'
import { findClicks } from '../../src/store/clicks.js'
import { listRulesFor } from '../../src/store/commission-rules.js'
import { findCustomersByUid, listCustomers } from '../../src/store/customers.js'
import type { Database, ProgramRow } from '../../src/store/database.js'
import { dailyFigures } from '../../src/store/figures/daily-figures.js'
import { figuresOf, programFigures } from '../../src/store/figures/figures.js'
import { countBuyers, countVisitors } from '../../src/store/figures/funnel.js'
import {
  listClickSources,
  listSaleSources,
  listSignUpSources,
} from '../../src/store/figures/source-rows.js'
import { findCustomers } from '../../src/store/find-customers.js'
import { integersPlugin } from '../../src/store/integers-plugin.js'
import { listPartners } from '../../src/store/partners.js'
import { postgresDialect } from '../../src/store/postgres/dialect.js'
import { findReferrersByUid } from '../../src/store/referrers.js'
import { findReferrersByLink } from '../../src/store/referrers-by-link.js'
import { listProgramRewards, listRewards, sumRewardsOnHold } from '../../src/store/rewards.js'
import { listSessionClicks } from '../../src/store/session-clicks.js'
import { findKnownAddresses } from '../../src/store/sign-up-addresses.js'
import { sqliteDialect } from '../../src/store/sqlite/dialect.js'
import { findCustomer, findPartner } from '../../src/store/statements/find-record.js'
import {
  findTransaction,
  findTransactionsByKey,
  listTransactions,
} from '../../src/store/transactions.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

const PAGE = { limit: 20, number: 1, sort: 'desc' } as const

const AFFILIATE = { type: 'affiliate' } as ProgramRow

/** What has to be as quick in a big program as in a small one. */
const READS: Record<string, (db: Kysely<Database>, programId: string) => Promise<unknown>> = {
  'a customer by id, key or e-mail address': (db, id) =>
    findCustomer(db, id, { id: 'a', key: 'a', email: 'a@example.com' }),
  'a partner by id, key or e-mail address': (db, id) =>
    findPartner(db, id, { id: 'a', key: 'a', email: 'a@example.com' }),
  'a transaction by key': (db, id) => findTransaction(db, id, 'a'),
  'customers of sales': (db, id) => findCustomers(db, id, [{ id: 'a' }, { key: 'a' }]),
  'customers and referrers of records': async (db, id) => {
    await findCustomersByUid(db, id, ['a', 'b'])
    await findReferrersByUid(db, { ...AFFILIATE, program_id: id }, ['a', 'b'])
  },
  'transactions that are sent again': (db, id) => findTransactionsByKey(db, id, ['a', 'b']),
  'the rules for some partners': (db, id) => listRulesFor(db, id, ['a', 'b']),
  'the rewards of transactions': (db, id) => listRewards(db, id, ['a', 'b']),
  'what a partner brought': (db, id) => figuresOf(db, id, 'a'),
  'what a partner has on hold': (db, id) => sumRewardsOnHold(db, id, 'a', 1),
  'an overview': (db, id) => programFigures(db, id, 1),
  'what came day by day': (db, id) => dailyFigures(db, id, { from: 1, to: 2 }),
  'how many visitors clicked': (db, id) => countVisitors(db, id, { start: 1, end: 2 }),
  'how many customers bought': (db, id) => countBuyers(db, id, { start: 1, end: 2 }),
  'where clicks came from': (db, id) => listClickSources(db, id, { start: 1, end: 2 }),
  'where customers came from': (db, id) => listSignUpSources(db, id, { start: 1, end: 2 }),
  'where sales came from': (db, id) => listSaleSources(db, id, { start: 1, end: 2 }),
  'the clicks of a visitor': (db, id) => listSessionClicks(db, id, 'a', 1),
  'what happened last': (db, id) =>
    listActivity(db, { ...AFFILIATE, program_id: id }, endOfFeed(Date.now()), 50),
  'what happened before that': (db, id) =>
    listActivity(db, { ...AFFILIATE, program_id: id }, { at: 1, type: 'sale', uid: 'a' }, 50),
  'whether clicks come': (db, id) => clickTimes(db, id, 1),
  'customers after one': (db, id) => listCustomers(db, id, { ...PAGE, after: [1, 'a'] }),
  'the first page of customers': (db, id) => listCustomers(db, id, PAGE),
  'the first page of a partner’s customers': (db, id) =>
    listCustomers(db, id, PAGE, { referrerUid: 'a' }),
  'whether somebody signed up from an address before': (db, id) =>
    findKnownAddresses(db, [
      { program_id: id, address_hash: 'a', customer_uid: 'a', referrer_uid: 'a' },
    ]),
  'whose links these are': (db, id) =>
    findReferrersByLink(db, [{ program: { ...AFFILIATE, program_id: id }, key: 'a' }]),
  'clicks that are sent again': (db, id) => findClicks(db, [{ program_id: id, id: 'a' }]),
  'the first page of partners': (db, id) => listPartners(db, id, PAGE),
  'the first page of transactions': (db, id) => listTransactions(db, id, PAGE, {}),
  'the first page of a partner’s transactions': (db, id) =>
    listTransactions(db, id, PAGE, { referrerUid: 'a' }),
  'the first page of a customer’s transactions': (db, id) =>
    listTransactions(db, id, PAGE, { customerUid: 'a' }),
  'a customer searched by a whole key': (db, id) =>
    listCustomers(db, id, PAGE, { terms: { key: 'a' } }),
  'a customer searched by a whole e-mail address': (db, id) =>
    listCustomers(db, id, PAGE, { terms: { email: 'a@example.com' } }),
  'a partner searched by a whole e-mail address': (db, id) =>
    listPartners(db, id, PAGE, { email: 'a@example.com' }),
}

describe.each(databases)('on $name', (database) => {
  const server = startTestServer(database)

  let id: string
  beforeAll(async () => {
    const program = await createTestProgram(server)
    id = program.id
    const { api } = program
    await api.post('/partners', { key: 'a', email: 'a@example.com' })
    await api.post('/customers', { key: 'a', email: 'a@example.com', partner: { key: 'a' } })
  })

  it.each(Object.entries(READS))('%s is found by index', async (_, read) => {
    const plans = await plansOf(read)
    // Parts of a statement are read whole; what they hold was found by index itself.
    for (const plan of plans)
      expect(plan).not.toMatch(/Seq Scan|SCAN (?!noted|person|first_time|change|kept|json_each|\()/)
    // An `exists` that was made a join compares all rows that are alike, instead of finding one.
    for (const plan of plans) expect(plan).not.toMatch(/Hash.* Semi Join/)
    // A key of which only the program is used goes through all that the program has.
    for (const plan of plans) expect(plan).not.toMatch(/autoindex_\w+ \(program_id=\?\)$/m)
  })

  it.each([
    ['all', {}, 'reward_latest'],
    ['those on hold', { state: 'pending' }, 'reward_unpaid'],
    ['those that may be paid', { state: 'approved' }, 'reward_unpaid'],
    ['those that were paid', { state: 'paid' }, 'reward_paid'],
    ['those that were taken back', { state: 'reversed' }, 'reward_reversed'],
    ['those of a partner', { referrerUid: 'a' }, 'beneficiary_uid'],
    ['those of a sale', { key: 'a' }, 'transaction_uid'],
    ['those of a customer', { customerUid: 'a' }, 'transaction_uid'],
  ] as const)('of rewards, %s are found by an index of their own', async (_, filters, index) => {
    const plans = await plansOf((db, id) => listProgramRewards(db, id, PAGE, filters, 1))
    expect(plans.join()).toContain(index)
  })

  it('what a partner brought in all is not looked for among the days', async () => {
    const plans = await plansOf((db, id) => figuresOf(db, id, 'a'))
    expect(plans.join()).toContain('figure_sum')
  })

  /** What the database is going to do for the queries that `read` makes. */
  async function plansOf(read: (typeof READS)[string]): Promise<string[]> {
    const isSqlite = database.name === 'SQLite'
    const queries: CompiledQuery[] = []
    const db = new Kysely<Database>({
      dialect: (isSqlite ? sqliteDialect : postgresDialect)(server.database.url, false),
      plugins: [integersPlugin],
      log: ({ query }) => {
        queries.push(query)
      },
    })
    await read(db, id)
    const reads = queries.filter(({ sql }) => /^\s*(select|with)/.test(sql))
    expect(reads).not.toEqual([])
    const plans = await db.transaction().execute(async (trx) => {
      // In a small table PostgreSQL reads all of it, unless there is another way.
      if (!isSqlite) await trx.executeQuery(CompiledQuery.raw('set local enable_seqscan = off'))
      return Promise.all(reads.map((query) => explain(trx, query, isSqlite)))
    })
    await db.destroy()
    return plans
  }
})

async function explain(
  db: Kysely<Database>,
  { sql, parameters }: CompiledQuery,
  isSqlite: boolean,
): Promise<string> {
  const command = isSqlite ? 'explain query plan' : 'explain'
  const { rows } = await db.executeQuery(CompiledQuery.raw(`${command} ${sql}`, [...parameters]))
  return rows.map((row) => Object.values(row as object).at(-1)).join('\n')
}
