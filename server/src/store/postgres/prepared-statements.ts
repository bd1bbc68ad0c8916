import { hash } from 'node:crypto'
import { codeOf } from '../errors/code-of.js'
import { UNPREPARED } from './codes.js'

/** About as many as there are kinds of statements; PostgreSQL keeps a prepared one on each connection. */
const MOST_KNOWN = 300

/**
 * What is listed or added up is planned each time, for how that is best done depends on how much a
 * program has; a plan that is kept is one for all.
 */
const DEPENDS_ON_SIZE = /\b(order|group) by\b/

/** Which statements are prepared, and under what names. */
export interface PreparedStatements {
  /** `undefined` for one that is sent as it is. */
  nameOf(text: string, values: readonly unknown[]): string | undefined
  /** Whether it failed for being prepared. Then none is any more. */
  isRefused(error: unknown): boolean
}

/**
 * Has PostgreSQL read and plan look-ups and inserts once for a connection: that takes longer than carrying
 * them out (https://www.postgresql.org/docs/current/sql-prepare.html).
 *
 * A name is made of the text, so that a session which a pooler hands from node to node has no other
 * statement by the same name.
 */
export function preparedStatements(): PreparedStatements {
  const names = new Map<string, string | undefined>()
  let isUsed = true

  return {
    nameOf(text, values) {
      // `begin` and the like have no values, and nothing to be planned.
      if (!isUsed || values.length === 0) return undefined
      if (!names.has(text) && names.size < MOST_KNOWN) {
        names.set(text, DEPENDS_ON_SIZE.test(text) ? undefined : hash('sha256', text, 'base64url'))
      }
      return names.get(text)
    },
    isRefused(error) {
      const isRefused = UNPREPARED.includes(codeOf(error))
      if (isRefused) isUsed = false
      return isRefused
    },
  }
}
