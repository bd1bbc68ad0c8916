/**
 * Starts what needs something of the page: now, or when the page has been read or has loaded. It does
 * not look in between.
 *
 * @param start Returns its undo, or `undefined` where what it needs is not there.
 * @returns The undo of both.
 */
export function whenThere(start: () => (() => void) | undefined): () => void {
  let undo: (() => void) | undefined
  const attemptStart = () => {
    undo = undo ?? start()
  }
  attemptStart()
  addEventListener('DOMContentLoaded', attemptStart)
  addEventListener('load', attemptStart)
  return () => {
    removeEventListener('DOMContentLoaded', attemptStart)
    removeEventListener('load', attemptStart)
    undo?.()
  }
}
