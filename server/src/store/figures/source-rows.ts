import { type Kysely, sql } from 'kysely'
import { firstUuidV7 } from '../../domain/time/first-uuid-v7.js'
import type { Database } from '../database.js'
import type { Span } from './funnel.js'

/** Of each kind: some tens of milliseconds of work. */
export const MOST_SOURCE_ROWS = 10_000

/** By whom something came, if by anybody, in which visit and at what time. */
export interface SourceRow {
  referrer_uid: string | null
  referral_key: string | null
  session: string | null
  at: number
}

export interface ClickSourceRow extends SourceRow {
  url: string
  is_bot: 0 | 1
}

export interface SaleSourceRow extends SourceRow {
  amount_units: string
  amount_micros: bigint
  /** What it earned its referrer; `null` for nothing. */
  reward_units: string | null
  reward_micros: bigint | null
}

/** The newest clicks of a time. */
export async function listClickSources(
  db: Kysely<Database>,
  programId: string,
  { start, end }: Span,
): Promise<ClickSourceRow[]> {
  const { rows } = await sql<ClickSourceRow>`
    select referrer_uid, key as referral_key, session, received_at as at, url, is_bot
    from click
    where program_id = ${programId} and id >= ${firstUuidV7(start)} and id < ${firstUuidV7(end)}
    order by id desc limit ${MOST_SOURCE_ROWS}`.execute(db)
  return rows
}

/** The newest customers of a time. */
export async function listSignUpSources(
  db: Kysely<Database>,
  programId: string,
  { start, end }: Span,
): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select referrer_uid, referral_key, session, created_at as at
    from customer
    where program_id = ${programId} and created_at >= ${start} and created_at < ${end}
      and status <> 'deleted'
    order by created_at desc, uid desc limit ${MOST_SOURCE_ROWS}`.execute(db)
  return rows
}

/** The newest sales of a time that stand, with what they earned. */
export async function listSaleSources(
  db: Kysely<Database>,
  programId: string,
  { start, end }: Span,
): Promise<SaleSourceRow[]> {
  const { rows } = await sql<SaleSourceRow>`
    select kept.referrer_uid, buyer.referral_key, buyer.session, kept.created_at as at,
      kept.amount_units, kept.amount_micros, reward.amount_units as reward_units,
      reward.amount_micros - reward.reversed_micros as reward_micros
    from (
      select uid, customer_uid, referrer_uid, amount_units,
        amount_micros - refunded_micros as amount_micros, created_at
      from ${sql.table('transaction')}
      where program_id = ${programId} and created_at >= ${start} and created_at < ${end}
        and deleted_at is null and archived_at is null
      order by created_at desc, uid desc limit ${MOST_SOURCE_ROWS}
    ) as kept
    left join customer as buyer on buyer.program_id = ${programId} and buyer.uid = kept.customer_uid
      and buyer.referrer_uid = kept.referrer_uid
    left join reward on reward.program_id = ${programId} and reward.transaction_uid = kept.uid
      and reward.beneficiary_uid = kept.referrer_uid and reward.reversed_at is null`.execute(db)
  return rows
}
