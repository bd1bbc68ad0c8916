/**
 * Calls `visit` for the elements that are there, and when others are added, without looking for
 * them in between. What lies in a shadow root is not seen.
 *
 * @param selector Names of elements or classes: `.paddle_button`.
 * @returns Its undo.
 */
export function watchElements(
  root: Document,
  selector: string,
  visit: (element: HTMLElement) => void,
): () => void {
  const visitAll = () => {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) visit(element)
  }
  const observer = new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length > 0)) visitAll()
  })
  observer.observe(root, { childList: true, subtree: true })
  visitAll()
  return () => observer.disconnect()
}
