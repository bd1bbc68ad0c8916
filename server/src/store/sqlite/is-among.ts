import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Whether a column has one of these values (https://www.sqlite.org/json1.html#jeach). */
export const isAmong = (column: string, values: readonly string[]): RawBuilder<SqlBool> =>
  sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
