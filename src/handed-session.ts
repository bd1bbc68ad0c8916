/**
 * The session that began on another host of the program, where this visitor has just come from by a
 * link that carries it: `?aff=jane&po_session=01890a5d-…`.
 */
export const handedSession = (url: string): string | undefined =>
  // What a pattern's group has matched stands between the pieces.
  url.split(/po_session=([\w-]{36})/)[1]
