import type { Insertable, Kysely, Updateable } from 'kysely'
import { contains } from './contains.js'
import type { Database, ReferralLinkRow } from './database.js'
import { onPage, type Page } from './statements/page.js'

/** @returns Whether the key was free; `false` changes nothing. */
export async function insertReferralLink(
  db: Kysely<Database>,
  link: Insertable<Database['referral_link']>,
): Promise<boolean> {
  const inserted = await db
    .insertInto('referral_link')
    .values(link)
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The keys of one partner or customer, the first one first, each with the website it leads to. */
export function listLinkTargets(
  db: Kysely<Database>,
  { program_id, website }: { program_id: string; website: string },
  ownerUid: string,
): Promise<{ key: string; website: string }[]> {
  return db
    .selectFrom('referral_link as link')
    .leftJoin('link_domain as domain', (join) =>
      join
        .onRef('domain.program_id', '=', 'link.program_id')
        .onRef('domain.number', '=', 'link.domain_number'),
    )
    .select(({ fn, val }) => [
      'link.key',
      fn.coalesce('domain.website', val(website)).as('website'),
    ])
    .where('link.program_id', '=', program_id)
    .where('link.owner_uid', '=', ownerUid)
    .orderBy('link.created_at')
    .orderBy('link.key')
    .execute()
}

export function findReferralLink(
  db: Kysely<Database>,
  programId: string,
  key: string,
): Promise<ReferralLinkRow | undefined> {
  return db
    .selectFrom('referral_link')
    .selectAll()
    .where('program_id', '=', programId)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** @returns `undefined` when there is none any more. */
export function updateReferralLink(
  db: Kysely<Database>,
  { program_id, key }: Pick<ReferralLinkRow, 'program_id' | 'key'>,
  changes: Updateable<Database['referral_link']>,
): Promise<ReferralLinkRow | undefined> {
  return db
    .updateTable('referral_link')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('key', '=', key)
    .returningAll()
    .executeTakeFirst()
}

export async function deleteReferralLink(
  db: Kysely<Database>,
  { program_id, key }: Pick<ReferralLinkRow, 'program_id' | 'key'>,
): Promise<void> {
  await db
    .deleteFrom('referral_link')
    .where('program_id', '=', program_id)
    .where('key', '=', key)
    .execute()
}

export async function deleteReferralLinksOf(
  db: Kysely<Database>,
  programId: string,
  ownerUid: string,
): Promise<void> {
  await db
    .deleteFrom('referral_link')
    .where('program_id', '=', programId)
    .where('owner_uid', '=', ownerUid)
    .execute()
}

export interface ReferralLinkFilters {
  ownerUid?: string | undefined
  key?: string | undefined
  partOfKey?: string | undefined
}

/** One page and a row, of one partner or customer, or of all; the newest first unless it says otherwise. */
export function listReferralLinks(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { ownerUid, key, partOfKey = '' }: ReferralLinkFilters = {},
): Promise<ReferralLinkRow[]> {
  return db
    .selectFrom('referral_link')
    .selectAll()
    .where('program_id', '=', programId)
    .$if(ownerUid !== undefined, (query) => query.where('owner_uid', '=', ownerUid ?? ''))
    .$if(key !== undefined, (query) => query.where('key', '=', key ?? ''))
    .$if(partOfKey !== '', (query) => query.where(contains('key', partOfKey)))
    .$call(onPage(page, 'created_at', 'key'))
    .execute()
}

/** Whether any link leads to this further website of the program. */
export async function hasLinksOnDomain(
  db: Kysely<Database>,
  programId: string,
  domainNumber: number,
): Promise<boolean> {
  const link = await db
    .selectFrom('referral_link')
    .select('key')
    .where('program_id', '=', programId)
    .where('domain_number', '=', domainNumber)
    .limit(1)
    .executeTakeFirst()
  return link !== undefined
}
