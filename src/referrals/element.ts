/** Attributes by name; `undefined` and `false` for none. */
type Attributes = Record<string, string | boolean | undefined>

/** Makes an element with attributes and children; texts are texts and never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      made.setAttribute(attribute, value === true ? '' : value)
    }
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}
