import { type Kysely, sql } from 'kysely'
import { type ActivityType, orderOf, type Position } from '../domain/figures/activity-position.js'
import { firstUuidV7 } from '../domain/time/first-uuid-v7.js'
import { timeOfUuidV7 } from '../domain/time/time-of-uuid-v7.js'
import type { Database, ProgramRow } from './database.js'

/** Something that happened: what, when, to whom, and how much it was about. */
export interface ActivityRow extends Position {
  referrer_uid: string | null
  customer_uid: string | null
  amount_units: string | null
  amount_micros: bigint | null
  url: string | null
}

/** Rows that one source looks through at most, where it wants but some of them. */
const LOOKED_THROUGH = 1_000

/**
 * What happened last in a program before a position, the newest first: each kind by its own index, put
 * together here.
 */
export async function listActivity(
  db: Kysely<Database>,
  program: ProgramRow,
  before: Position,
  limit: number,
): Promise<ActivityRow[]> {
  const rows: ActivityRow[] = []
  for (const [type, list] of Object.entries(SOURCES) as [ActivityType, Source][]) {
    const found = await list(db, program, { type, before, limit })
    rows.push(...found.map((row) => ({ ...NOTHING, ...row, type, uid: String(row.uid) })))
  }
  return rows.sort((one, other) => orderOf(other, one)).slice(0, limit)
}

interface Asked {
  type: ActivityType
  before: Position
  limit: number
}

type Found = Partial<ActivityRow> & { uid: string | number; at: number }
type Source = (db: Kysely<Database>, program: ProgramRow, asked: Asked) => Promise<Found[]>

const NOTHING = {
  referrer_uid: null,
  customer_uid: null,
  amount_units: null,
  amount_micros: null,
  url: null,
}

/** Of rows whose id begins with the time at which it was made. */
function idBefore({ type, before }: Asked): string {
  if (type === before.type) return before.uid
  return firstUuidV7(isBehind(type, before) ? before.at + 1 : before.at)
}

/** Of rows in the order of `created_at` and then `uid`. */
function timeBefore({ type, before }: Asked) {
  if (type === before.type) return sql`(created_at, uid) < (${before.at}, ${before.uid})`
  return sql`created_at < ${isBehind(type, before) ? before.at + 1 : before.at}`
}

/** Whether, of two things at the same time, this kind is the older one. */
const isBehind = (type: ActivityType, { at, type: other }: Position) =>
  orderOf({ type, at, uid: '' }, { type: other, at, uid: '' }) < 0

const click: Source = async (db, { program_id }, asked) => {
  const { rows } = await sql<Found>`
    select id as uid, referrer_uid, url, received_at
    from (
      select id, referrer_uid, url, received_at, is_bot from click
      where program_id = ${program_id} and id < ${idBefore(asked)}
      order by id desc limit ${LOOKED_THROUGH}
    ) as kept
    where is_bot = 0 order by id desc limit ${asked.limit}`.execute(db)
  return rows.map((row) => ({ ...row, at: timeOfUuidV7(String(row.uid)) }))
}

const signup: Source = async (db, { program_id, type }, asked) => {
  const isNewsletter = type === 'newsletter'
  const { rows } = await sql<Found>`
    select uid, uid as customer_uid, referrer_uid, created_at as at
    from ${sql.table(isNewsletter ? 'subscriber' : 'customer')}
    where program_id = ${program_id} and ${timeBefore(asked)}
      and ${isNewsletter ? sql`true` : sql`status <> 'deleted'`}
    order by created_at desc, uid desc limit ${asked.limit}`.execute(db)
  return rows
}

const sale: Source = async (db, { program_id }, asked) => {
  const { rows } = await sql<Found>`
    select uid, customer_uid, referrer_uid, amount_units, amount_micros, created_at as at
    from ${sql.table('transaction')}
    where program_id = ${program_id} and ${timeBefore(asked)}
    order by created_at desc, uid desc limit ${asked.limit}`.execute(db)
  return rows
}

/** A sale that was taken back, in full or in part, as its referrer's commission tells. */
const refund: Source = async (db, { program_id }, asked) => {
  const { rows } = await sql<Found>`
    select kept.uid, sale.referrer_uid, sale.customer_uid, sale.amount_units,
      case when sale.refunded_micros > 0 then sale.refunded_micros else sale.amount_micros end
        as amount_micros
    from (
      select uid, reward_uid, kind from balance_entry
      where program_id = ${program_id} and uid < ${idBefore(asked)}
      order by uid desc limit ${LOOKED_THROUGH}
    ) as kept
    left join reward on reward.program_id = ${program_id} and reward.uid = kept.reward_uid
    left join ${sql.table('transaction')} as sale
      on sale.program_id = ${program_id} and sale.uid = reward.transaction_uid
      and sale.referrer_uid = reward.beneficiary_uid
    where kept.kind = 'reversal' order by kept.uid desc limit ${asked.limit}`.execute(db)
  // Filtered here: an inner join could begin with the rewards, all of them.
  return rows
    .filter(({ customer_uid }) => customer_uid !== null)
    .map((row) => ({ ...row, at: timeOfUuidV7(String(row.uid)) }))
}

/** What was given for no sale: those for sales are told with them. */
const reward: Source = async (db, { program_id }, asked) => {
  const { rows } = await sql<Found>`
    select uid, beneficiary_uid as referrer_uid, amount_units, amount_micros
    from (
      select uid, transaction_uid, beneficiary_uid, amount_units, amount_micros from reward
      where program_id = ${program_id} and uid < ${idBefore(asked)}
      order by uid desc limit ${LOOKED_THROUGH}
    ) as kept
    where transaction_uid is null order by uid desc limit ${asked.limit}`.execute(db)
  return rows.map((row) => ({ ...row, at: timeOfUuidV7(String(row.uid)) }))
}

const payout_request: Source = async (db, { program_id }, { type, before, limit }) => {
  const upTo = type === before.type ? Number(before.uid) : Number.MAX_SAFE_INTEGER
  const { rows } = await sql<Found>`
    select number as uid, partner_uid as referrer_uid, created_at as at, amount_units, (
      select sum(entry.amount_micros)
      from payout_entry as claim
      join balance_entry as entry on entry.program_id = ${program_id} and entry.uid = claim.entry_uid
      where claim.program_id = ${program_id} and claim.payout_number = payout.number
        and entry.kind not in ('payout', 'rounding')
    ) as amount_micros
    from payout_request as payout
    where program_id = ${program_id} and number < ${upTo}
      and created_at < ${isBehind(type, before) || type === before.type ? before.at + 1 : before.at}
    order by number desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, uid: String(row.uid).padStart(16, '0') }))
}

const SOURCES: Record<ActivityType, Source> = {
  click,
  signup,
  sale,
  reward,
  payout_request,
  refund,
}
