import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import { foldEmail } from '../../domain/people/fold-email.js'
import { contains } from '../contains.js'
import type { Database } from '../database.js'

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

/**
 * A condition on `table` for what a search finds: the record that `terms` name in full, alone; else all
 * that match them by a part.
 */
export async function searched(
  db: Kysely<Database>,
  table: Table,
  programId: string,
  terms: SearchTerms,
) {
  const named = naming(table, programId, terms)
  if (!named) return matching(table, programId, terms)
  const { rows } = await sql`
    select 1 from ${sql.table(table)} where program_id = ${programId} and ${named} limit 1`.execute(
    db,
  )
  return rows.length > 0 ? () => named : matching(table, programId, terms)
}

const matching =
  (table: Table, programId: string, { id, key, email, name }: SearchTerms) =>
  // All tables have the columns used here; Kysely cannot build one condition over a choice of them.
  (builder: ExpressionBuilder<Database, Table>): Expression<SqlBool> => {
    const has = (column: string, text: string) => contains(`${table}.${column}`, text)
    const keyOfLink = (text: string) =>
      builder.exists(
        builder
          .selectFrom('referral_link as link')
          .select('link.key')
          .where('link.program_id', '=', programId)
          .whereRef('link.owner_uid', '=', `${table}.uid`)
          .where(contains('link.key', text)),
      )
    return builder.and([
      ...(id === undefined ? [] : [has('id', id)]),
      ...(key === undefined ? [] : [builder.or([has('key', key), keyOfLink(key)])]),
      ...(email === undefined ? [] : [has('email_folded', email)]),
      ...(name === undefined ? [] : [builder.or(NAMES[table].map((column) => has(column, name)))]),
    ])
  }

/**
 * A condition on `table` for the record that `terms` name in full, found by index: whoever searches for
 * `jane@x.com` and takes the first row must not get `mary-jane@x.com`, nor wait until a million
 * addresses were looked through.
 *
 * @returns `undefined` where they name nobody, for a name may be anybody's.
 */
function naming(table: Table, programId: string, { id, key, email, name }: SearchTerms) {
  if (name !== undefined || (id ?? key ?? email) === undefined) return undefined
  const is = (column: string, value: string) =>
    sql<SqlBool>`${sql.ref(`${table}.${column}`)} = ${value}`
  const ofLink = sql`select owner_uid from referral_link where program_id = ${programId} and key = ${key}`
  const ofCustomer = sql`union all select uid from customer where program_id = ${programId} and key = ${key}`
  const hasKey = sql<SqlBool>`${sql.ref(`${table}.uid`)} in (${ofLink} ${table === 'customer' ? ofCustomer : sql``})`
  return sql<SqlBool>`${sql.join(
    [
      ...(id === undefined ? [] : [is('id', id)]),
      ...(key === undefined ? [] : [hasKey]),
      ...(email === undefined ? [] : [is('email_folded', foldEmail(email))]),
    ],
    sql` and `,
  )}`
}
