/** What crosses the border of shadow trees and happens before a form in one is submitted. */
const SIGNS = ['focusin', 'input', 'click']

/**
 * Listens in the capture phase, before any handler of the page can stop the event, in the document
 * and in open shadow trees. Events of forms do not leave their tree
 * (https://dom.spec.whatwg.org/#dom-event-composed), so a tree is listened to from the first time
 * that the visitor does something in it.
 *
 * @returns Its undo.
 */
export function listenDeep(listeners: Record<string, (event: Event) => void>): () => void {
  let isOn = true
  // Held weakly: what the page has removed is not kept.
  const roots = new WeakSet<EventTarget>()
  const handled = new WeakSet<Event>()

  const handle = (event: Event) => {
    // A form in a slot is seen by the tree of the slot and by its own.
    if (!isOn || handled.has(event)) return
    handled.add(event)
    listeners[event.type]?.(event)
  }

  const listenIn = (root: EventTarget) => {
    if (roots.has(root)) return
    roots.add(root)
    for (const type of Object.keys(listeners)) root.addEventListener(type, handle, true)
  }

  const onSign = (event: Event) => {
    for (const target of event.composedPath()) if (target instanceof ShadowRoot) listenIn(target)
  }

  listenIn(window)
  for (const type of SIGNS) addEventListener(type, onSign, true)
  return () => {
    isOn = false
    for (const type of SIGNS) removeEventListener(type, onSign, true)
    for (const type of Object.keys(listeners)) removeEventListener(type, handle, true)
  }
}
