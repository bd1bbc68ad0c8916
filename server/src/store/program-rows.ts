import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Database } from './database.js'
import { GENERATED_COLUMNS } from './postgres/generated-columns.js'
import { type ProgramTable, programTables } from './tables/program-tables.js'

/** A row of any table, by column. */
export type AnyRow = Record<string, string | number | bigint | null>

/** Rows that are read at once. */
const PAGE = 500

/** SQLite takes no more parameters in one statement (https://www.sqlite.org/limits.html). */
const MOST_PARAMETERS = 32_766

export async function countProgramRows(
  db: Kysely<Database>,
  table: ProgramTable,
  programId: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} where program_id = ${programId}`.execute(db)
  return rows[0]?.count ?? 0
}

/** All of a program's rows in a table, some hundred at a time, in the order of its primary key. */
export async function* programRows(
  db: Kysely<Database>,
  table: ProgramTable,
  programId: string,
): AsyncGenerator<AnyRow[]> {
  const key = programTables[table].map((column) => sql.ref(column))
  const order = key.length > 0 ? sql`order by ${sql.join(key)}` : sql``
  let after = sql``
  while (true) {
    const { rows } = await sql<AnyRow>`
      select * from ${sql.table(table)} where program_id = ${programId} ${after} ${order}
      limit ${PAGE}`.execute(db)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    const values = programTables[table].map((column) => last[column])
    after = sql`and (${sql.join(key)}) > (${sql.join(values)})`
  }
}

/** @param rows All with the same columns. */
export async function insertProgramRows(
  db: Kysely<Database>,
  table: ProgramTable,
  rows: readonly AnyRow[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !isGenerated(db, table, column))
  const most = Math.floor(MOST_PARAMETERS / columns.length)
  for (let begin = 0; begin < rows.length; begin += most) {
    const values = rows
      .slice(begin, begin + most)
      .map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}`.execute(db)
  }
}

/** Whether the database gives these numbers itself. */
const isGenerated = (db: Kysely<Database>, table: ProgramTable, column: string): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter &&
  GENERATED_COLUMNS.includes(`${table}.${column}`)

export async function deleteProgramRows(
  db: Kysely<Database>,
  table: ProgramTable,
  programId: string,
): Promise<void> {
  await sql`delete from ${sql.table(table)} where program_id = ${programId}`.execute(db)
}
