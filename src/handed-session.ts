/**
 * The session that began on another host of the program, where this visitor has just come from by a
 * link that carries it: `?aff=jane&po_session=01890a5d-…`.
 */
export const handedSession = (url: string): string | undefined =>
  (/po_session=([\w-]{36})/.exec(url) || [])[1]
