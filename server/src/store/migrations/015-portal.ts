import { type Kysely, sql } from 'kysely'

/** What partners see in their portal: whether they may join, and what came of them by day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('program')
    .addColumn('partner_sign_up', 'text', (column) => column.notNull().defaultTo('closed'))
    .execute()
  await db.schema
    .createIndex('reward_newest')
    .on('reward')
    .columns(['program_id', 'beneficiary_uid', 'created_at', 'uid'])
    .execute()
  await db.schema
    .createIndex('promotion_code_partner')
    .on('promotion_code')
    .columns(['program_id', 'partner_uid'])
    .execute()
  await countDaysOfPartners(db)
}

/**
 * The days of the partners that are there, beside their sums. Changes that are still noted come to them
 * when they are folded, so they are left out here.
 */
export async function countDaysOfPartners(db: Kysely<unknown>): Promise<void> {
  const facts = (
    owner: string,
    name: string,
    counts: string,
    at: string,
    units: string,
    micros: string,
  ) => `
    select program_id, ${owner} as owner_uid, ${name} as name, ${units} as units,
      ${at} / 86400000 as day, 1 as counted, ${micros} as amount_micros
    from ${counts} and ${owner} is not null`
  const kept = [
    facts('referrer_uid', `'clicks'`, 'click where is_bot = 0', 'received_at', `''`, '0'),
    facts(
      'referrer_uid',
      `'referred'`,
      `customer where status <> 'deleted'`,
      'created_at',
      `''`,
      '0',
    ),
    facts(
      'referrer_uid',
      `'sales'`,
      '"transaction" where deleted_at is null and archived_at is null',
      'created_at',
      'amount_units',
      'amount_micros - refunded_micros',
    ),
    facts(
      'beneficiary_uid',
      `case when paid_at is null then 'unpaid' else 'paid' end`,
      'reward where reversed_at is null',
      'created_at',
      'amount_units',
      'amount_micros - reversed_micros',
    ),
    `select program_id, owner_uid, name, units, day, -counted, -amount_micros
     from figure_change where owner_uid <> ''`,
  ]
  await sql`
    insert into figure (program_id, owner_uid, name, units, day, counted, amount_micros)
    select program_id, owner_uid, name, units, day, sum(counted), sum(amount_micros)
    from (${sql.raw(kept.join(' union all '))}) as fact
    where program_id in (select program_id from program where type = 'affiliate')
    group by program_id, owner_uid, name, units, day
    having sum(counted) <> 0 or sum(amount_micros) <> 0`.execute(db)
}
