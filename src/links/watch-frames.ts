import { attempt } from '../lib/attempt.js'

/** Until a browser that was told to stop loading a frame has stopped: a few tasks of its processes. */
const STOPPING_MS = 30

/**
 * Completes the addresses of frames: of those that are there, and of others when they are added or
 * go elsewhere. Their `src` stays as the page has written it, and the history gets no entry. Frames
 * in shadow trees are not seen.
 *
 * @param complete Returns the same address where nothing is to be added.
 * @returns Its undo.
 */
export function watchFrames(complete: (href: string) => string): () => void {
  const seen = new WeakMap<HTMLIFrameElement, string>()

  const visit = (frame: HTMLIFrameElement) => {
    const { src } = frame
    if (seen.get(frame) === src) return
    const href = complete(src)
    seen.set(frame, src)
    if (href === src) return
    if (frame.loading === 'lazy') {
      // Not asked for yet, most likely; it would be loaded at once the other way.
      seen.set(frame, href)
      frame.src = href
    } else goInstead(frame, href)
  }

  const visitAll = () => {
    for (const frame of document.getElementsByTagName('iframe')) visit(frame)
  }

  const observer = new MutationObserver(visitAll)
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['src'],
  })
  visitAll()
  return () => observer.disconnect()
}

/**
 * Lets a frame that has just been sent to its `src` go to another address. Chromium may drop a
 * navigation that begins while it is busy with the one before, so that one is given up first.
 */
function goInstead(frame: HTMLIFrameElement, href: string): void {
  const { src } = frame
  // Of another origin, nobody may stop it.
  attempt(() => frame.contentWindow?.stop())
  setTimeout(() => {
    if (frame.src === src) frame.contentWindow?.location.replace(href)
  }, STOPPING_MS)
}
