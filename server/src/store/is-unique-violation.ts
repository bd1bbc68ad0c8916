import { codeOf } from './code-of.js'
import { UNIQUE_VIOLATIONS as postgres } from './postgres/dialect.js'
import { UNIQUE_VIOLATIONS as sqlite } from './sqlite/dialect.js'

const codes = [...sqlite, ...postgres]

/** Whether a write failed because another row has the same key. */
export const isUniqueViolation = (error: unknown): boolean => codes.includes(codeOf(error))
