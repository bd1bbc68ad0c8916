import type { Insertable, Kysely, Updateable } from 'kysely'
import type { Database, PartnerRow } from './database.js'
import { type SearchTerms, searched } from './statements/matching.js'
import { onPage, type Page } from './statements/page.js'

/** @returns `undefined` when its id or e-mail address belongs to a partner already. */
export function insertPartner(
  db: Kysely<Database>,
  partner: Insertable<Database['partner']>,
): Promise<PartnerRow | undefined> {
  return db
    .insertInto('partner')
    .values(partner)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function updatePartner(
  db: Kysely<Database>,
  { program_id, uid }: Pick<PartnerRow, 'program_id' | 'uid'>,
  changes: Updateable<Database['partner']>,
): Promise<PartnerRow> {
  return db
    .updateTable('partner')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Moves a partner from one state to another.
 *
 * @returns `undefined` when the partner is in none of `from`.
 */
export function changePartnerStatus(
  db: Kysely<Database>,
  { program_id, uid }: Pick<PartnerRow, 'program_id' | 'uid'>,
  from: PartnerRow['status'][],
  changes: Updateable<Database['partner']>,
): Promise<PartnerRow | undefined> {
  return db
    .updateTable('partner')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .where('status', 'in', from)
    .returningAll()
    .executeTakeFirst()
}

/**
 * One page and a row, the newest first unless it says otherwise. A search that names somebody in full
 * finds nobody else.
 */
export async function listPartners(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { status, ...terms }: SearchTerms & { status?: PartnerRow['status'] | undefined } = {},
): Promise<PartnerRow[]> {
  return db
    .selectFrom('partner')
    .selectAll()
    .where('program_id', '=', programId)
    .where('status', status ? '=' : '!=', status ?? 'deleted')
    .where(await searched(db, 'partner', programId, terms))
    .$call(onPage(page, 'created_at', 'uid'))
    .execute()
}

/** By `uid`; the ones that are not there are left out. */
export async function findPartnersByUid(
  db: Kysely<Database>,
  programId: string,
  uids: string[],
): Promise<Map<string, PartnerRow>> {
  if (uids.length === 0) return new Map()
  const rows = await db
    .selectFrom('partner')
    .selectAll()
    .where('program_id', '=', programId)
    .where('uid', 'in', uids)
    .execute()
  return new Map(rows.map((row) => [row.uid, row]))
}
