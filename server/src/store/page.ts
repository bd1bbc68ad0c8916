import { type SelectQueryBuilder, sql } from 'kysely'

/** One page of a list, sorted by when its rows were created. */
export interface Page {
  /** Rows at most. */
  limit: number
  /** From 1. */
  number: number
  sort: 'asc' | 'desc'
}

/**
 * Cuts a query down to one page, and a row more that tells whether there is a next page without counting
 * the whole table: `query.$call(onPage(page, 'created_at', 'uid'))`.
 *
 * @param columns That tell when a row was created, together unique.
 */
export const onPage =
  ({ limit, number, sort }: Page, ...columns: string[]) =>
  <DB, TB extends keyof DB, Row>(query: SelectQueryBuilder<DB, TB, Row>) =>
    columns
      .reduce((sorted, column) => sorted.orderBy(sql.ref(column), sort), query)
      .limit(limit + 1)
      .offset((number - 1) * limit)
