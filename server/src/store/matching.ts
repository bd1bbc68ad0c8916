import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { foldEmail } from '../domain/fold-email.js'
import type { Database } from './database.js'

/** What a search asks for; a row matches when it matches every term, by a part of it in any case. */
export interface SearchTerms {
  id?: string | undefined
  /** Any key of the record's referral links, or its own. */
  key?: string | undefined
  email?: string | undefined
  /** First or last name. */
  name?: string | undefined
}

type Table = 'partner' | 'customer' | 'subscriber'

/** Columns that make up a name; a subscriber has one for all of it. */
const NAMES: Record<Table, string[]> = {
  partner: ['name', 'surname'],
  customer: ['name', 'surname'],
  subscriber: ['name'],
}

/** A condition on `table` for the rows that match `terms`. */
export const matching =
  (table: Table, programId: string, { id, key, email, name }: SearchTerms) =>
  // All tables have the columns used here; Kysely cannot build one condition over a choice of them.
  (builder: ExpressionBuilder<Database, Table>): Expression<SqlBool> => {
    const has = (column: string, text: string) =>
      sql<SqlBool>`lower(${sql.ref(`${table}.${column}`)}) like ${pattern(text)} escape '\\'`
    const keyOfLink = (text: string) =>
      builder.exists(
        builder
          .selectFrom('referral_link as link')
          .select('link.key')
          .where('link.program_id', '=', programId)
          .whereRef('link.owner_uid', '=', `${table}.uid`)
          .where(sql<SqlBool>`lower(link.key) like ${pattern(text)} escape '\\'`),
      )
    return builder.and([
      ...(id === undefined ? [] : [has('id', id)]),
      ...(key === undefined ? [] : [builder.or([has('key', key), keyOfLink(key)])]),
      ...(email === undefined ? [] : [has('email_folded', email)]),
      ...(name === undefined ? [] : [builder.or(NAMES[table].map((column) => has(column, name)))]),
    ])
  }

/**
 * Sorts the rows first that match a term as a whole: whoever searches for `jane@x.com` and takes the
 * first row must not get `mary-jane@x.com`.
 */
export const exactFirst = (table: Table, { id, key, email }: SearchTerms) => {
  const is = (column: string, value = '') => sql`${sql.ref(`${table}.${column}`)} = ${value}`
  return sql<number>`case when ${is('id', id)} or ${is('key', key)} or ${is('email_folded', email && foldEmail(email))} then 0 else 1 end`
}

const pattern = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
