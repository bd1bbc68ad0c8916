import type { Kysely } from 'kysely'
import type { Database, ProgramType } from './database.js'
import { isAmong } from './statements/is-among.js'

/** Who gets the credit: a partner, a customer or a subscriber, by the type of the program. */
export interface Referrer {
  uid: string
  id: string
  key: string
  email: string | null
  name: string | null
  /** Only `active` ones are credited. */
  status: string
}

export const referrerColumns = ['uid', 'id', 'key', 'email', 'name', 'status'] as const

const TABLES = {
  affiliate: 'partner',
  refer_a_friend: 'customer',
  newsletter: 'subscriber',
} as const satisfies Record<ProgramType, keyof Database>

/**
 * The table that the referrers of a program are in. The type names one of them: they have the columns
 * of `Referrer` in common, and Kysely cannot build one query over a choice of tables.
 */
export const referrerTable = (program: { type: ProgramType }) => TABLES[program.type] as 'customer'

/** The active owner of any referral link with this key. */
export function findReferrerByKey(
  db: Kysely<Database>,
  program: { program_id: string; type: ProgramType },
  key: string,
): Promise<Referrer | undefined> {
  return db
    .selectFrom('referral_link as link')
    .innerJoin(`${referrerTable(program)} as owner`, (join) =>
      join
        .onRef('owner.program_id', '=', 'link.program_id')
        .onRef('owner.uid', '=', 'link.owner_uid'),
    )
    .select(referrerColumns.map((column) => `owner.${column}` as const))
    .where('link.program_id', '=', program.program_id)
    .where('link.key', '=', key)
    .where('owner.status', '=', 'active')
    .executeTakeFirst()
}

export function findReferrerByUid(
  db: Kysely<Database>,
  program: { program_id: string; type: ProgramType },
  uid: string,
): Promise<Referrer | undefined> {
  return db
    .selectFrom(referrerTable(program))
    .select(referrerColumns)
    .where('program_id', '=', program.program_id)
    .where('uid', '=', uid)
    .executeTakeFirst()
}

/** By `uid`; the ones that are not there, or not any more, are left out. */
export async function findReferrersByUid(
  db: Kysely<Database>,
  program: { program_id: string; type: ProgramType },
  uids: string[],
): Promise<Map<string, Referrer>> {
  if (uids.length === 0) return new Map()
  const referrers = await db
    .selectFrom(referrerTable(program))
    .select(referrerColumns)
    .where('program_id', '=', program.program_id)
    .where(isAmong(db, 'uid', uids))
    .where('status', '!=', 'deleted')
    .execute()
  return new Map(referrers.map((referrer) => [referrer.uid, referrer]))
}

/** Says which of a referrer's links is their first. */
export async function updateReferrerKey(
  trx: Kysely<Database>,
  program: { program_id: string; type: ProgramType },
  uid: string,
  key: string,
): Promise<void> {
  await trx
    .updateTable(referrerTable(program))
    .set({ key })
    .where('program_id', '=', program.program_id)
    .where('uid', '=', uid)
    .execute()
}
