import type { Kysely } from 'kysely'
import type { Database, LinkDomainRow } from './database.js'
import { limitAndOffset, type Page } from './page.js'

export async function insertLinkDomain(db: Kysely<Database>, domain: LinkDomainRow): Promise<void> {
  await db.insertInto('link_domain').values(domain).execute()
}

/** All of them, or one page and a row; the oldest first, for the first ones are used most. */
export function listLinkDomains(
  db: Kysely<Database>,
  programId: string,
  page?: Page,
): Promise<LinkDomainRow[]> {
  const { limit, offset } = page ? limitAndOffset(page) : { limit: undefined, offset: undefined }
  return db
    .selectFrom('link_domain')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('number')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0).offset(offset ?? 0))
    .execute()
}

export async function deleteLinkDomain(
  db: Kysely<Database>,
  { program_id, number }: Pick<LinkDomainRow, 'program_id' | 'number'>,
): Promise<void> {
  await db
    .deleteFrom('link_domain')
    .where('program_id', '=', program_id)
    .where('number', '=', number)
    .execute()
}
