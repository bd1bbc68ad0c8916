import type { Kysely } from 'kysely'
import { addSums } from '../../src/domain/figures/add-sums.js'
import { dayOf } from '../../src/domain/time/day-ms.js'
import type { Database } from '../../src/store/database.js'
import type { Figures } from '../../src/store/figures/figures.js'

interface Scope {
  /** Only what was there at the end of this day. */
  day?: number
  /** Only what this one is credited with. */
  owner?: string
}

/** Figures of a program with customers, as anybody would count them who has all rows at hand. */
export async function countPlainly(
  db: Kysely<Database>,
  programId: string,
  { day = Number.MAX_SAFE_INTEGER, owner }: Scope = {},
): Promise<Omit<Figures, 'partners'>> {
  const all = await readAll(db, programId)
  const isIn = (at: number, credited: string | null) =>
    dayOf(at) <= day && (owner === undefined || credited === owner)
  const clicks = all.clicks.filter((one) => !one.is_bot && isIn(one.received_at, one.referrer_uid))
  const customers = all.customers.filter(
    (one) => one.status !== 'deleted' && isIn(one.created_at, one.referrer_uid),
  )
  const sales = all.sales.filter(
    (one) =>
      one.deleted_at === null && one.archived_at === null && isIn(one.created_at, one.referrer_uid),
  )
  const rewards = all.rewards
    .filter((one) => one.reversed_at === null && isIn(one.created_at, one.beneficiary_uid))
    .map((one) => ({ ...one, amount_micros: one.amount_micros - one.reversed_micros }))
  const referrers = customers.flatMap(({ referrer_uid }) => referrer_uid ?? [])
  return {
    clicks: clicks.length,
    signups: customers.length,
    referred: referrers.length,
    referring: owner === undefined ? new Set(referrers).size : 0,
    sales: sales.length,
    paidAccounts: new Set(sales.map(({ customer_uid }) => customer_uid)).size,
    revenue: addSums(
      sales.map((one) => ({ ...one, amount_micros: one.amount_micros - one.refunded_micros })),
    ).map((sum) => ({
      ...sum,
      sales: sales.filter(({ amount_units }) => amount_units === sum.amount_units).length,
    })),
    rewards: addSums(rewards),
    paid: addSums(rewards.filter(({ paid_at }) => paid_at !== null)),
    unpaid: addSums(rewards.filter(({ paid_at }) => paid_at === null)),
  }
}

const readAll = async (db: Kysely<Database>, id: string) => ({
  clicks: await db.selectFrom('click').selectAll().where('program_id', '=', id).execute(),
  customers: await db.selectFrom('customer').selectAll().where('program_id', '=', id).execute(),
  sales: await db.selectFrom('transaction').selectAll().where('program_id', '=', id).execute(),
  rewards: await db.selectFrom('reward').selectAll().where('program_id', '=', id).execute(),
})
