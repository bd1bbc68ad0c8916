/** In WAL mode a reader sees what was there when it began, and nobody waits for it. */
export const BEGIN_SNAPSHOT = 'begin'
