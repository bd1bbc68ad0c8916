import { UNIQUE_VIOLATIONS as postgres } from '../postgres/codes.js'
import { UNIQUE_VIOLATIONS as sqlite } from '../sqlite/codes.js'
import { codeOf } from './code-of.js'

const codes = [...sqlite, ...postgres]

/** Whether a write failed because another row has the same key. */
export const isUniqueViolation = (error: unknown): boolean => codes.includes(codeOf(error))
