/** On the element itself, so that no list keeps it alive, and a part that comes again can read it. */
const MARK = Symbol.for('pollen.completed')

/** Remembers that this value of the element is ours, to be replaced when the credit changes. */
export const markCompleted = (element: Element, value: string): void => {
  Reflect.set(element, MARK, value)
}

/** Whether the value that the element has was put there by the site. */
export const isSitesOwn = (element: Element, value: string | null): boolean =>
  !!value && value !== Reflect.get(element, MARK)
