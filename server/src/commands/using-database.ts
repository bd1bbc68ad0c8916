import type { Kysely } from 'kysely'
import type { Database } from '../store/database.js'
import { openDatabase } from '../store/open-database.js'

/** Opens the database at `url` for as long as `use` runs. */
export async function usingDatabase<T>(
  url: string,
  use: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const db = await openDatabase(url)
  try {
    return await use(db)
  } finally {
    await db.destroy()
  }
}
