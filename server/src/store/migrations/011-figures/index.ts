import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { type Fact, factsOf } from './facts.js'
import { figureTriggers as postgres } from './postgres-triggers.js'
import { figureTriggers as sqlite } from './sqlite-triggers.js'

/**
 * What is counted, and when. A row that is changed so that it counts otherwise, or no more, is noted
 * with the opposite sign first.
 */
const FACTS: Fact[] = [
  {
    table: 'partner',
    columns: ['program_id', 'status', 'created_at'],
    name: `'partners_' || status`,
  },
  {
    table: 'customer',
    columns: ['program_id', 'referrer_uid', 'status', 'created_at'],
    name: `case when referrer_uid is null then 'unreferred' else 'referred' end`,
    counts: `status <> 'deleted'`,
    owner: 'referrer_uid',
  },
  {
    table: 'subscriber',
    columns: ['program_id', 'referrer_uid', 'created_at'],
    name: `case when referrer_uid is null then 'unreferred' else 'referred' end`,
    owner: 'referrer_uid',
  },
  {
    table: 'click',
    columns: ['program_id', 'referrer_uid', 'is_bot', 'received_at'],
    name: `'clicks'`,
    counts: 'is_bot = 0',
    owner: 'referrer_uid',
    at: 'received_at',
    // Clicks never change, and those that are too old to be kept stay in the figures.
    events: ['insert'],
  },
  {
    table: 'transaction',
    columns: [
      'program_id',
      'referrer_uid',
      'customer_uid',
      'amount_units',
      'amount_micros',
      'refunded_micros',
      'created_at',
      'deleted_at',
      'archived_at',
    ],
    name: `'sales'`,
    counts: 'deleted_at is null and archived_at is null',
    owner: 'referrer_uid',
    person: 'customer_uid',
    units: 'amount_units',
    micros: 'amount_micros - refunded_micros',
  },
  {
    table: 'reward',
    columns: [
      'program_id',
      'beneficiary_uid',
      'amount_units',
      'amount_micros',
      'reversed_micros',
      'created_at',
      'paid_at',
      'reversed_at',
    ],
    name: `case when paid_at is null then 'unpaid' else 'paid' end`,
    counts: 'reversed_at is null',
    owner: 'beneficiary_uid',
    units: 'amount_units',
    micros: 'amount_micros - reversed_micros',
  },
]

/** Figures that are kept instead of counted anew each time somebody asks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  await createTables(db, isPostgres)
  for (const fact of FACTS) {
    for (const statement of (isPostgres ? postgres : sqlite)(fact)) {
      await sql.raw(statement).execute(db)
    }
  }
  await countWhatIsThere(db, isPostgres)

  // Clicks of a referrer are not counted any more, and of rewards only those that are on hold.
  await db.schema.dropIndex('click_referrer').execute()
  await db.schema.dropIndex('reward_beneficiary').execute()
  await db.schema
    .createIndex('reward_hold')
    .on('reward')
    .columns(['program_id', 'beneficiary_uid', 'approved_at'])
    .execute()
}

async function createTables(db: Kysely<unknown>, isPostgres: boolean): Promise<void> {
  await db.schema
    .createTable('figure')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('owner_uid', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('units', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('counted', 'bigint', (column) => column.notNull())
    .addColumn('amount_micros', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('figure_pk', ['program_id', 'owner_uid', 'name', 'units', 'day'])
    .execute()

  await db.schema
    .createTable('figure_person')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('person_uid', 'text', (column) => column.notNull())
    .addColumn('owner_uid', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('figure_person_pk', ['program_id', 'name', 'person_uid', 'owner_uid'])
    .execute()

  await db.schema
    .createTable('figure_change')
    .addColumn('program_id', 'text', (column) => column.notNull())
    .addColumn('id', 'bigint', (column) =>
      // On SQLite the triggers count by themselves.
      isPostgres ? column.generatedAlwaysAsIdentity() : column.notNull(),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('owner_uid', 'text', (column) => column.notNull())
    .addColumn('person_uid', 'text', (column) => column.notNull())
    .addColumn('units', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('counted', 'bigint', (column) => column.notNull())
    .addColumn('amount_micros', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('figure_change_pk', ['program_id', 'id'])
    .execute()
}

/** The rows that were there before the triggers, as if they all came now; the server folds the notes. */
async function countWhatIsThere(db: Kysely<unknown>, isPostgres: boolean): Promise<void> {
  for (const fact of FACTS) {
    const facts = factsOf(
      fact,
      `(select 1 as sign, ${fact.columns.join(', ')} from "${fact.table}")`,
    )
    await sql`
      insert into figure_change (program_id, ${sql.raw(isPostgres ? '' : 'id,')} name, owner_uid,
        person_uid, units, day, counted, amount_micros)
      select program_id,
        ${sql.raw(isPostgres ? '' : '(select coalesce(max(id), 0) from figure_change) + row_number() over (),')}
        name, owner_uid, person_uid, units, day, counted, amount_micros
      from (${sql.raw(facts)}) as facts`.execute(db)
  }
}
