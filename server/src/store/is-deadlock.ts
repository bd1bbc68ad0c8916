import { codeOf } from './code-of.js'
import { DEADLOCKS } from './postgres/codes.js'

/**
 * Whether a transaction was given up because it and another waited for each other. SQLite has one
 * writer at a time, so it knows no such thing.
 */
export const isDeadlock = (error: unknown): boolean => DEADLOCKS.includes(codeOf(error))
