import type { Kysely } from 'kysely'
import type { AmountRow } from './amount-row.js'
import type { Database } from './database.js'

/** What came of a program, or of one of its referrers. */
export interface Figures {
  clicks: number
  signups: number
  sales: number
  /** Customers who bought something. */
  paidAccounts: number
  /** What was bought, per unit, in how many sales. */
  revenue: (AmountRow & { sales: number })[]
  /** What that earned, per unit. */
  rewards: AmountRow[]
}

interface Scope {
  programId: string
  /** Only what this partner or customer is credited with. */
  referrerUid?: string
  /** Only what was there at this time, in milliseconds since the epoch. */
  until?: number
}

/** What was deleted, archived or refunded since counts in none of them. */
export async function figures(
  db: Kysely<Database>,
  { programId, referrerUid = '', until = Number.MAX_SAFE_INTEGER }: Scope,
): Promise<Figures> {
  const isOfOne = referrerUid !== ''

  const clicks = db
    .selectFrom('click')
    .where('program_id', '=', programId)
    .where('received_at', '<=', until)
    .where('is_bot', '=', 0)
    .$if(isOfOne, (query) => query.where('referrer_uid', '=', referrerUid))
  const signups = db
    .selectFrom('customer')
    .where('program_id', '=', programId)
    .where('created_at', '<=', until)
    .where('status', '!=', 'deleted')
    .$if(isOfOne, (query) => query.where('referrer_uid', '=', referrerUid))
  const sales = db
    .selectFrom('transaction')
    .where('program_id', '=', programId)
    .where('created_at', '<=', until)
    .where('deleted_at', 'is', null)
    .where('archived_at', 'is', null)
    .$if(isOfOne, (query) => query.where('referrer_uid', '=', referrerUid))
  const rewards = db
    .selectFrom('reward')
    .where('program_id', '=', programId)
    .where('created_at', '<=', until)
    .where('reversed_at', 'is', null)
    .$if(isOfOne, (query) => query.where('beneficiary_uid', '=', referrerUid))

  const clickCount = await clicks
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const signupCount = await signups
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const saleCounts = await sales
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.count<number>('customer_uid').distinct().as('customers'),
    ])
    .executeTakeFirstOrThrow()

  return {
    clicks: clickCount.count,
    signups: signupCount.count,
    sales: saleCounts.count,
    paidAccounts: saleCounts.customers,
    revenue: await sales
      .select(({ fn, eb }) => [
        'amount_units',
        fn.sum<bigint>(eb('amount_micros', '-', eb.ref('refunded_micros'))).as('amount_micros'),
        fn.countAll<number>().as('sales'),
      ])
      .groupBy('amount_units')
      .orderBy('amount_units')
      .execute(),
    rewards: await rewards
      .select(({ fn, eb }) => [
        'amount_units',
        fn.sum<bigint>(eb('amount_micros', '-', eb.ref('reversed_micros'))).as('amount_micros'),
      ])
      .groupBy('amount_units')
      .orderBy('amount_units')
      .execute(),
  }
}
