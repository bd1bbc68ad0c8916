import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Whether a column has one of these values (https://www.postgresql.org/docs/current/functions-comparisons.html). */
export const isAmong = (column: string, values: readonly string[]): RawBuilder<SqlBool> =>
  sql`${sql.ref(column)} = any(${values})`
