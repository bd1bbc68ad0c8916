/** Code of the error when two rows would have the same key: `unique_violation`. */
export const UNIQUE_VIOLATIONS = ['23505']

/** Codes of the error when two transactions waited for each other: the same works when tried again. */
export const DEADLOCKS = ['40001', '40P01']

/**
 * `read_only_sql_transaction`: the other end is not the primary, or not any more. Where the name of the
 * database has come to mean another machine, only a new connection leads there.
 */
export const READS_ONLY = '25006'

/**
 * Classes of codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) that say: not now.
 * No connection, out of disk, memory or connections, shut down or cancelled, failures of the system; and
 * 25006, the word of a replica that is not the primary yet.
 */
export const UNAVAILABLE = /^(08|53|57|58|25006)/
