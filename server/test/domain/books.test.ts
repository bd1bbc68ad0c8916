import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approvePayout,
  markPayoutAsPaid,
  type PayoutAction,
  rejectPayout,
} from '../../src/domain/payouts/change-payout.js'
import { requestPayout } from '../../src/domain/payouts/request-payout.js'
import { rewardWorth } from '../../src/domain/rewards/reward-worth.js'
import {
  archiveSale,
  deleteSale,
  refundSale,
  restoreSale,
} from '../../src/domain/transactions/change-sale.js'
import { readSale } from '../../src/domain/transactions/read-sale.js'
import { recordSale } from '../../src/domain/transactions/record-sales.js'
import { PollenError } from '../../src/errors/pollen-error.js'
import { sumBalance } from '../../src/store/balance-entries.js'
import type { Database } from '../../src/store/database.js'
import { inTransaction } from '../../src/store/in-transaction.js'
import { findPayoutRequest } from '../../src/store/payout-requests.js'
import { type Books, createBooks } from '../helpers/create-books.js'
import { databases, type TestDatabase } from '../helpers/databases.js'

const NOW = Date.UTC(2026, 0, 1)

/** Few keys and currencies, so that things happen to the same sale. */
const key = fc.constantFrom('a', 'b', 'c', 'd')
const currency = fc.constantFrom('USD', 'USD', 'USD', 'EUR', 'JPY')
const units = fc.integer({ min: 0, max: 1000 })
const number = fc.integer({ min: 1, max: 3 })

const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sell' as const), key, currency, units }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('refund' as const), key, units }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('archive' as const), key }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), key }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), key }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask' as const), currency }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('approve' as const), number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay' as const), number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reject' as const), number }) },
)

/** Long enough for sales to be archived, restored, refunded, asked for and paid. */
const events = fc.array(event, { minLength: 20, maxLength: 60, size: 'max' })

const many = { maxLength: 10, size: 'max' } as const

type Event = typeof event extends fc.Arbitrary<infer One> ? One : never

describe.each(databases)('the books on $name', (database) => {
  let file: TestDatabase
  let db: Kysely<Database>
  beforeAll(async () => {
    file = await database.create()
    db = await file.open()
  })
  afterAll(() => file.drop())

  /** One event, in a database transaction of its own; what cannot be is refused. */
  async function happen({ program, partner, customer }: Books, event: Event): Promise<void> {
    const payout = (action: PayoutAction, number: number) =>
      inTransaction(db, async (trx) => {
        const request = await findPayoutRequest(trx, program.program_id, number)
        if (request) await action(trx, program, request, NOW)
      })
    const changes = { archive: archiveSale, restore: restoreSale, delete: deleteSale }
    const payouts = { approve: approvePayout, pay: markPayoutAsPaid, reject: rejectPayout }
    try {
      if (event.do === 'sell') {
        const { key, units, currency } = event
        const sale = readSale({ key, amount: units, amount_units: currency }, 'USD')
        await inTransaction(db, (trx) => recordSale(trx, program, customer, sale, NOW))
      } else if (event.do === 'refund') {
        const micros = BigInt(event.units) * 1_000_000n
        await inTransaction(db, (trx) => refundSale(trx, program, event.key, micros, NOW))
      } else if (event.do === 'ask') {
        const input = { amount_units: event.currency }
        await inTransaction(db, (trx) => requestPayout(trx, program, partner, input, NOW))
      } else if ('number' in event) {
        await payout(payouts[event.do], event.number)
      } else {
        const action = changes[event.do]
        await inTransaction(db, (trx) => action(trx, program, event.key, NOW))
      }
    } catch (error) {
      if (!(error instanceof PollenError)) throw error
      expect(error.code).not.toBe('internal')
    }
  }

  /** All rows, each kind in order: PostgreSQL has none of its own that an update leaves alone. */
  const all = async (program: string) => ({
    sales: await db
      .selectFrom('transaction')
      .selectAll()
      .where('program_id', '=', program)
      .orderBy('uid')
      .execute(),
    rewards: await db
      .selectFrom('reward')
      .selectAll()
      .where('program_id', '=', program)
      .orderBy('uid')
      .execute(),
    entries: await db
      .selectFrom('balance_entry')
      .selectAll()
      .where('program_id', '=', program)
      .orderBy('uid')
      .execute(),
    claims: await db
      .selectFrom('payout_entry')
      .selectAll()
      .where('program_id', '=', program)
      .orderBy('entry_uid')
      .execute(),
    payouts: await db
      .selectFrom('payout_request')
      .selectAll()
      .where('program_id', '=', program)
      .orderBy('number')
      .execute(),
  })

  const sum = (rows: { amount_micros: bigint }[]) =>
    rows.reduce((total, { amount_micros }) => total + amount_micros, 0n)

  it('add up, whatever happens in whatever order and however often', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (events) => {
        const books = await createBooks(db, NOW)
        const { program_id } = books.program
        for (const event of events) await happen(books, event)
        const { sales, rewards, entries, claims, payouts } = await all(program_id)

        // One sale per key, and one commission per sale, of 30 % of what the buyer did not get back.
        expect(new Set(sales.map(({ key }) => key)).size).toBe(sales.length)
        for (const sale of sales) {
          const own = rewards.filter(({ transaction_uid }) => transaction_uid === sale.uid)
          expect(own).toHaveLength(sale.amount_micros === 0n ? 0 : 1)
          for (const reward of own) {
            const about = entries.filter(({ reward_uid }) => reward_uid === reward.uid)
            const isGone = sale.deleted_at !== null || sale.archived_at !== null
            const kept = isGone ? 0n : sale.amount_micros - sale.refunded_micros
            expect(sum(about)).toBe((kept * 3n) / 10n)
            expect(sum(about)).toBe(rewardWorth(reward.amount_micros, sale))
            expect(reward.amount_micros - reward.reversed_micros).toBe(sum(about))
            expect(new Set(about.map(({ amount_units }) => amount_units))).toEqual(
              new Set([sale.amount_units]),
            )
            expect(reward.reversed_at !== null).toBe(kept === 0n)
          }
        }

        // What was paid out is what it was paid for, to the micro.
        for (const payout of payouts) {
          const claimed = claims.filter(({ payout_number }) => payout_number === payout.number)
          const uids = new Set(claimed.map(({ entry_uid }) => entry_uid))
          const paidFor = entries.filter(({ uid }) => uids.has(uid))
          const paid = entries.filter(({ payout_number }) => payout_number === payout.number)
          if (payout.status === 'finished') expect(sum(paidFor) + sum(paid)).toBe(0n)
          else expect(paid).toEqual([])
          if (payout.status === 'rejected') expect(claimed).toEqual([])
          for (const { amount_units } of paidFor) expect(amount_units).toBe(payout.amount_units)
        }

        // A balance is the sum of its entries, currency by currency.
        const balance = await sumBalance(db, program_id, books.partner.uid)
        for (const currency of ['USD', 'EUR', 'JPY']) {
          const own = entries.filter(({ amount_units }) => amount_units === currency)
          const shown = balance.find(({ amount_units }) => amount_units === currency)
          expect(shown?.amount_micros ?? 0n).toBe(sum(own))
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('are the same after a replay of everything that was reported', async () => {
    const sale = fc.record({ do: fc.constant('sell' as const), key, currency, units })
    const change = fc.oneof(
      fc.record({ do: fc.constant('refund' as const), key, units }),
      fc.record({ do: fc.constant('delete' as const), key }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(sale, many), fc.array(change, many), async (sales, changes) => {
        const books = await createBooks(db, NOW)
        for (const event of [...sales, ...changes]) await happen(books, event)
        const once = await all(books.program.program_id)
        for (const event of [...sales, ...changes]) await happen(books, event)
        expect(await all(books.program.program_id)).toEqual(once)
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
