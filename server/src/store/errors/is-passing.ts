import { PASSING } from '../postgres/codes.js'
import { codeOf } from './code-of.js'

/**
 * Whether a transaction was given up for what passes, so that the same works when tried again: it and
 * another waited for each other, for one. SQLite has one writer at a time, so it knows no such thing.
 */
export const isPassing = (error: unknown): boolean => PASSING.includes(codeOf(error))
