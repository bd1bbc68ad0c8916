import { UNAVAILABLE as postgres } from '../postgres/codes.js'
import { UNAVAILABLE as sqlite } from '../sqlite/codes.js'
import { codeOf } from './code-of.js'
import { DatabaseLostError } from './database-lost-error.js'

/**
 * Whether something failed because the database cannot be used now: it is restarting, unreachable, out
 * of connections or of space. The same will work later.
 */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof DatabaseLostError || postgres.test(codeOf(error)) || sqlite.test(codeOf(error))
