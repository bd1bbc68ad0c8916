/** Code of the error when two rows would have the same key: `unique_violation`. */
export const UNIQUE_VIOLATIONS = ['23505']

/**
 * Codes of the error when a prepared statement cannot be carried out, before anything was done: a table
 * has another column since (0A000, as of a node while a newer one migrates), or a pooler gave us a session
 * in which it was not prepared (26000), or was already (42P05).
 */
export const UNPREPARED = ['0A000', '26000', '42P05']

/**
 * Codes of the error when the same transaction works when tried again: it and another waited for each
 * other, or a statement in it was prepared for what is not so any more.
 */
export const PASSING = ['40001', '40P01', ...UNPREPARED]

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
