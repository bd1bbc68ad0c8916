import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { addSums } from '../../src/domain/figures/add-sums.js'
import { DAY_MS, dayOf } from '../../src/domain/time/day-ms.js'
import { insertClicks } from '../../src/store/clicks.js'
import type { Database } from '../../src/store/database.js'
import type { AmountRow } from '../../src/store/figures/amount-row.js'
import { figuresOf, programFigures } from '../../src/store/figures/figures.js'
import { foldAllFigures } from '../../src/store/figures/fold-figures.js'
import { partnerDays } from '../../src/store/figures/partner-days.js'
import { countDaysOfPartners } from '../../src/store/migrations/015-portal.js'
import { countPlainly } from '../helpers/count-plainly.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

/** A Wednesday at noon, UTC. */
const START = Date.UTC(2026, 0, 14, 12)
const DAYS = 6

const person = fc.constantFrom('ann', 'bob', 'cid', 'dan')
const somebody = fc.option(person)
const created_at = fc.integer({ min: 0, max: DAYS * 4 }).map((at) => START + (at * DAY_MS) / 4)
const number = fc.nat(4)
const units = fc.constantFrom('USD', 'EUR')
const micros = fc.bigInt(0n, 99_990_000n)
const time = fc.option(fc.constant(START))

/** Rows as they may come in any order, and be changed in any way. */
const step = fc.oneof(
  fc.record({
    table: fc.constant('customer' as const),
    key: person,
    row: fc.record({
      referrer_uid: somebody,
      status: fc.constantFrom('active' as const, 'archived' as const, 'deleted' as const),
      created_at,
    }),
  }),
  fc.record({
    table: fc.constant('transaction' as const),
    key: number,
    row: fc.record({
      customer_uid: person,
      referrer_uid: somebody,
      amount_units: units,
      amount_micros: micros,
      refunded_micros: micros,
      archived_at: time,
      deleted_at: time,
      created_at,
    }),
  }),
  fc.record({
    table: fc.constant('reward' as const),
    key: number,
    row: fc.record({
      beneficiary_uid: person,
      amount_units: units,
      amount_micros: micros,
      reversed_micros: micros,
      paid_at: time,
      reversed_at: time,
      created_at,
    }),
  }),
  fc.record({
    table: fc.constant('click' as const),
    key: fc.nat(),
    row: fc.record({
      referrer_uid: somebody,
      is_bot: fc.constantFrom(0, 1),
      received_at: created_at,
    }),
  }),
  fc.record({ table: fc.constant('fold' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

describe.each(databases)('figures on $name', (database) => {
  const server = startTestServer(database)

  it('are what a plain count says, whatever was recorded, changed and folded before', async () => {
    const db = await server.database.open()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const { id } = await createTestProgram(server, { type: 'refer_a_friend' })
        for (const one of steps) await take(db, id, one)
        await expectPlainCount(db, id)
        await foldAllFigures(db)
        await expectPlainCount(db, id)
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('of a partner are kept by day as well, those that were there before too', async () => {
    // One that no server folds: a migration deletes and counts while nobody else does.
    const quiet = await database.create()
    const db = await quiet.open()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const { id } = await createTestProgram({ ...server, database: quiet })
        for (const one of steps) await take(db, id, one)
        await expectPlainDays(db, id)
        await db.deleteFrom('figure').where('owner_uid', '<>', '').where('day', '<>', 0).execute()
        await countDaysOfPartners(db as unknown as Kysely<unknown>)
        await expectPlainDays(db, id)
        await foldAllFigures(db)
        await expectPlainDays(db, id)
      }),
      { numRuns: 10 },
    )
    await quiet.drop()
  }, 60_000)

  it('note the clicks of a partner as one, however many come at once', async () => {
    const db = await server.database.open()
    const { id: program_id } = await createTestProgram(server)
    const click = { program_id, ...IDENTITY.click('x'), referrer_uid: 'ann', received_at: START }
    const clicks = ['1', '2', '3'].map((id) => ({
      ...click,
      id,
      is_bot: 0 as const,
      visitor_hash: null,
    }))
    // Nobody can fold the notes of a transaction that is not over.
    const notes = await db.transaction().execute(async (trx) => {
      await insertClicks(trx, clicks)
      const noted = trx.selectFrom('figure_change').where('program_id', '=', program_id)
      return noted.select(['name', 'owner_uid', 'counted']).execute()
    })
    expect(notes).toEqual([{ name: 'clicks', owner_uid: 'ann', counted: 3 }])
  })

  it('are right while many write, and several nodes fold', async () => {
    const db = await server.database.open()
    const { id, api } = await createTestProgram(server, { type: 'affiliate' })
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const isDone = { value: false }
    const folding = (async () => {
      while (!isDone.value) {
        await foldAllFigures(db)
        await setImmediate()
      }
    })()
    const sell = async (name: string) => {
      await api.post('/customers', { key: name, partner: { key: 'jane' } })
      for (const sale of [1, 2, 3]) {
        const key = `${name}-${sale}`
        await api.post('/transactions', { key, amount: 10, customer: { key: name } })
        const { body } = await api.get('/partners/jane')
        // The first one is taken back, and how far the others have come is anybody's guess.
        expect(body.data.referrals.sales_count).toBeGreaterThanOrEqual(Math.max(1, sale - 1))
        if (sale === 1) await api.delete(`/transactions/${key}`)
      }
    }
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(sell))
    isDone.value = true
    await folding
    await expectPlainCount(db, id)
    const { body } = await api.get('/program/overview')
    expect(body.data).toMatchObject({ total_purchases: '10', total_paid_accounts: '5' })
  })
})

async function take(db: Kysely<Database>, program_id: string, step: Step): Promise<void> {
  if (step.table === 'fold') return foldAllFigures(db)
  const row = { program_id, ...IDENTITY[step.table](String(step.key)), ...step.row }
  const columns = Object.keys(row)
  await sql`
    insert into ${sql.table(step.table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values (${sql.join(Object.values(row))})
    ${step.table === 'click' ? sql`on conflict do nothing` : changing(columns)}`.execute(db)
}

const changing = (columns: string[]) =>
  sql`on conflict (program_id, uid) do update set ${sql.join(
    columns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  )}`

/** What a row has to have besides. */
const IDENTITY = {
  customer: (key: string) => ({
    uid: key,
    id: key,
    key,
    tags: '[]',
    metadata: '{}',
    source: 'api',
    is_named: 1,
    updated_at: START,
  }),
  transaction: (key: string) => ({
    uid: key,
    key,
    action: 'sale',
    is_currency: 1,
    product: '{}',
  }),
  reward: (key: string) => ({ uid: key, approved_at: START }),
  click: (key: string) => ({ id: key, key, url: '', referrer: '', session: '', at: START }),
}

async function expectPlainCount(db: Kysely<Database>, programId: string): Promise<void> {
  for (const day of [0, 2, DAYS].map((days) => dayOf(START) + days)) {
    const { current, before } = await programFigures(db, programId, day)
    expect(current).toMatchObject(await countPlainly(db, programId))
    expect(before).toMatchObject(await countPlainly(db, programId, { day }))
  }
  for (const owner of ['ann', 'bob', 'cid', 'dan']) {
    const brought = await figuresOf(db, programId, owner)
    expect(brought).toMatchObject(await countPlainly(db, programId, { owner }))
  }
}

/** What the days of a partner add up to, up to each of them. */
async function expectPlainDays(db: Kysely<Database>, programId: string): Promise<void> {
  for (const owner of ['ann', 'bob', 'cid', 'dan']) {
    for (const day of [0, 2, DAYS].map((days) => dayOf(START) + days)) {
      const rows = await partnerDays(db, programId, owner, 1, day)
      const of = (...names: string[]) => rows.filter(({ name }) => names.includes(name))
      const count = (name: string) => of(name).reduce((sum, { counted }) => sum + counted, 0)
      const sum = (...names: string[]) =>
        addSums(of(...names).map((row) => ({ ...row, amount_units: row.units })))
      const plain = await countPlainly(db, programId, { owner, day })
      expect({
        clicks: count('clicks'),
        referred: count('referred'),
        sales: count('sales'),
        rewards: worth(sum('paid', 'unpaid')),
      }).toEqual({
        clicks: plain.clicks,
        referred: plain.referred,
        sales: plain.sales,
        rewards: worth(plain.rewards),
      })
    }
  }
}

const worth = (sums: AmountRow[]) =>
  Object.fromEntries(
    sums
      .filter(({ amount_micros }) => amount_micros !== 0n)
      .map(({ amount_units, amount_micros }) => [amount_units, amount_micros]),
  )
