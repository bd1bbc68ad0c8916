import type { Kysely } from 'kysely'
import type { Database, PartnerRow } from './database.js'
import { exactFirst, matching, type SearchTerms } from './matching.js'
import { limitAndOffset, type Page } from './page.js'

/** @returns Whether its id and e-mail address were free; `false` changes nothing. */
export async function insertPartner(db: Kysely<Database>, partner: PartnerRow): Promise<boolean> {
  const inserted = await db
    .insertInto('partner')
    .values(partner)
    .onConflict((conflict) => conflict.doNothing())
    .returning('uid')
    .executeTakeFirst()
  return inserted !== undefined
}

/** One page and a row, the newest first unless it says otherwise. */
export function listPartners(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  terms: SearchTerms = {},
): Promise<PartnerRow[]> {
  const { limit, offset } = limitAndOffset(page)
  return db
    .selectFrom('partner')
    .selectAll()
    .where('program_id', '=', programId)
    .where(matching('partner', programId, terms))
    .$if(Object.keys(terms).length > 0, (query) => query.orderBy(exactFirst('partner', terms)))
    .orderBy('created_at', page.sort)
    .orderBy('uid', page.sort)
    .limit(limit)
    .offset(offset)
    .execute()
}

/** @param until Milliseconds since the epoch. */
export async function countPartners(
  db: Kysely<Database>,
  programId: string,
  until: number,
): Promise<number> {
  const { count } = await db
    .selectFrom('partner')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('program_id', '=', programId)
    .where('created_at', '<=', until)
    .executeTakeFirstOrThrow()
  return count
}
