/** For browsers that cannot tell: as long as a page takes to be drawn, in milliseconds. */
const DRAWN_MS = 200

/**
 * Does something once the page has nothing more urgent to do.
 *
 * @returns Leaves it undone, if it was not yet begun.
 */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const waiting = requestIdleCallback(act)
    return () => cancelIdleCallback(waiting)
  }
  const waiting = setTimeout(act, DRAWN_MS)
  return () => clearTimeout(waiting)
}
