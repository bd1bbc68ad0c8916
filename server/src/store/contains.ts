import { type SqlBool, sql } from 'kysely'

/** A condition that a column contains a text, in any case; no index helps with it. */
export const contains = (column: string, text: string) =>
  sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern(text)} escape '\\'`

const pattern = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
