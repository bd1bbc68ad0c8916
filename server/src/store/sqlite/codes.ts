/** Codes of the error when two rows would have the same key. */
export const UNIQUE_VIOLATIONS = ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']

/**
 * Codes (https://www.sqlite.org/rescode.html) that say: not now. The disk is full, cannot be written or
 * read, or another process is writing for too long.
 */
export const UNAVAILABLE = /^SQLITE_(FULL|IOERR|BUSY|LOCKED|CANTOPEN|READONLY)/
