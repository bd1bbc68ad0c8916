import type { Kysely } from 'kysely'
import type { Database, LinkDomainRow } from './database.js'

export async function insertLinkDomain(db: Kysely<Database>, domain: LinkDomainRow): Promise<void> {
  await db.insertInto('link_domain').values(domain).execute()
}

export function findLinkDomain(
  db: Kysely<Database>,
  programId: string,
  number: number,
): Promise<LinkDomainRow | undefined> {
  return db
    .selectFrom('link_domain')
    .selectAll()
    .where('program_id', '=', programId)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** All of them, a hundred at most; the oldest first, as they are used most. */
export function listLinkDomains(db: Kysely<Database>, programId: string): Promise<LinkDomainRow[]> {
  return db
    .selectFrom('link_domain')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('number')
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
