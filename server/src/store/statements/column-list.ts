import { type RawBuilder, sql } from 'kysely'

/**
 * Columns by name, as one piece of SQL: Kysely makes, looks at and compiles a node for each reference,
 * at every statement, which took longer than a row of a group does.
 *
 * @param columns Of our own tables, never what somebody sent.
 */
export const columnList = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.raw(columns.map((column) => `"${column}"`).join(', '))
