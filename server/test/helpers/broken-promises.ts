import { type Kysely, sql } from 'kysely'
import type { Database } from '../../src/store/database.js'

/** What must never be found, whatever was sent: each query finds rows of something half-written. */
const queries: Record<string, string> = {
  'a sale of nobody': `
    select t.uid from "transaction" t left join customer c
      on c.program_id = t.program_id and c.uid = t.customer_uid where c.uid is null`,
  'a reward for no sale': `
    select r.uid from reward r left join "transaction" t
      on t.program_id = r.program_id and t.uid = r.transaction_uid
      where r.transaction_uid is not null and t.uid is null`,
  'a reward that no balance knows': `
    select r.uid from reward r left join balance_entry b
      on b.program_id = r.program_id and b.reward_uid = r.uid
      group by r.program_id, r.uid, r.amount_micros, r.reversed_micros
      having coalesce(sum(case when b.kind in ('reward', 'reversal', 'restoration')
        then b.amount_micros else 0 end), 0) <> r.amount_micros - r.reversed_micros`,
  'a sale that was deleted and still earns': `
    select r.uid from reward r join "transaction" t
      on t.program_id = r.program_id and t.uid = r.transaction_uid
      where t.deleted_at is not null and r.reversed_micros <> r.amount_micros`,
  'a partner without a link': `
    select p.uid from partner p left join referral_link l
      on l.program_id = p.program_id and l.owner_uid = p.uid
      where p.deleted_at is null and l.key is null`,
  'a link of nobody': `
    select l.key from referral_link l
      left join partner p on p.program_id = l.program_id and p.uid = l.owner_uid
      left join customer c on c.program_id = l.program_id and c.uid = l.owner_uid
      left join subscriber s on s.program_id = l.program_id and s.uid = l.owner_uid
      where p.uid is null and c.uid is null and s.uid is null`,
  'a lead of nobody': `
    select l.number from lead l left join partner p
      on p.program_id = l.program_id and p.uid = l.partner_uid where p.uid is null`,
  'a promotion code for no coupon': `
    select p.code from promotion_code p left join coupon c
      on c.program_id = p.program_id and c.uid = p.coupon_uid where c.uid is null`,
}

/** The names of those that are broken. */
export async function brokenPromises(db: Kysely<Database>): Promise<string[]> {
  const broken: string[] = []
  for (const [name, query] of Object.entries(queries)) {
    const { rows } = await sql.raw(query).execute(db)
    if (rows.length > 0) broken.push(name)
  }
  return broken
}
