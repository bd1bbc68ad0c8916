import { type SelectQueryBuilder, sql } from 'kysely'

/** One page of a list, sorted by when its rows were created. */
export interface Page {
  /** Rows at most. */
  limit: number
  /** From 1. */
  number: number
  sort: 'asc' | 'desc'
  /**
   * What the row before had in the columns that the list is sorted by: instead of skipping pages, which
   * takes the longer the more of them there are.
   */
  after?: (string | number)[] | undefined
}

/**
 * Cuts a query down to one page, and a row more that tells whether there is a next page without counting
 * the whole table: `query.$call(onPage(page, 'created_at', 'uid'))`.
 *
 * @param columns That tell when a row was created, together unique.
 */
export const onPage =
  ({ limit, number, sort, after }: Page, ...columns: string[]) =>
  <DB, TB extends keyof DB, Row>(query: SelectQueryBuilder<DB, TB, Row>) =>
    columns
      .reduce((sorted, column) => sorted.orderBy(sql.ref(column), sort), query)
      .$if(after !== undefined, (query) => query.where(isBehind(columns, sort, after ?? [])))
      .limit(limit + 1)
      .offset((number - 1) * limit)

const isBehind = (columns: string[], sort: Page['sort'], after: (string | number)[]) => {
  const row = sql.join(columns.map((column) => sql.ref(column)))
  return sql<boolean>`(${row}) ${sql.raw(sort === 'asc' ? '>' : '<')} (${sql.join(after)})`
}
