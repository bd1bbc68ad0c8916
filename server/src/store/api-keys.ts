import type { Kysely } from 'kysely'
import type { ApiKeyRow, Database } from './database.js'
import { onPage, type Page } from './page.js'

export async function insertApiKey(db: Kysely<Database>, key: ApiKeyRow): Promise<void> {
  await db.insertInto('api_key').values(key).execute()
}

/** The key with this hash, expired ones too. */
export function findApiKeyByHash(
  db: Kysely<Database>,
  programId: string,
  hash: string,
): Promise<ApiKeyRow | undefined> {
  return db
    .selectFrom('api_key')
    .selectAll()
    .where('program_id', '=', programId)
    .where('hash', '=', hash)
    .executeTakeFirst()
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
  { program_id, hash }: ApiKeyRow,
  now: number,
): Promise<void> {
  await db
    .updateTable('api_key')
    .set({ last_used_at: now })
    .where('program_id', '=', program_id)
    .where('hash', '=', hash)
    .execute()
}
