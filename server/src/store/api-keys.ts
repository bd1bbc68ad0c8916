import type { Kysely } from 'kysely'
import type { ApiKeyRow, Database, ProgramRow } from './database.js'
import { onPage, type Page } from './statements/page.js'

export async function insertApiKey(db: Kysely<Database>, key: ApiKeyRow): Promise<void> {
  await db.insertInto('api_key').values(key).execute()
}

/** What of a key decides what it may be used for, and the program that it opens. */
export interface OpeningKey
  extends Pick<ApiKeyRow, 'hash' | 'scopes' | 'expires_at' | 'last_used_at'> {
  program: ProgramRow
}

/** The key with this hash, expired ones too, and its program: in one query, as every request asks for it. */
export async function findOpeningKey(
  db: Kysely<Database>,
  programId: string,
  hash: string,
): Promise<OpeningKey | undefined> {
  const row = await db
    .selectFrom('program')
    .innerJoin('api_key as key', 'key.program_id', 'program.program_id')
    .selectAll('program')
    .select(['key.scopes', 'key.expires_at', 'key.last_used_at'])
    .where('key.program_id', '=', programId)
    .where('key.hash', '=', hash)
    .executeTakeFirst()
  if (!row) return undefined
  const { scopes, expires_at, last_used_at, ...program } = row
  return { hash, scopes, expires_at, last_used_at, program }
}

export function findApiKey(
  db: Kysely<Database>,
  programId: string,
  id: string,
): Promise<ApiKeyRow | undefined> {
  return db
    .selectFrom('api_key')
    .selectAll()
    .where('program_id', '=', programId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One page and a row, the newest first unless it says otherwise. */
export function listApiKeys(
  db: Kysely<Database>,
  programId: string,
  page: Page,
): Promise<ApiKeyRow[]> {
  return db
    .selectFrom('api_key')
    .selectAll()
    .where('program_id', '=', programId)
    .$call(onPage(page, 'created_at', 'id'))
    .execute()
}

/** @returns Whether there was such a key. */
export async function deleteApiKey(
  db: Kysely<Database>,
  programId: string,
  id: string,
): Promise<boolean> {
  const deleted = await db
    .deleteFrom('api_key')
    .where('program_id', '=', programId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return deleted !== undefined
}

export async function markApiKeyUsed(
  db: Kysely<Database>,
  { hash, program }: OpeningKey,
  now: number,
): Promise<void> {
  await db
    .updateTable('api_key')
    .set({ last_used_at: now })
    .where('program_id', '=', program.program_id)
    .where('hash', '=', hash)
    .execute()
}
