/** Makes a script element; our snippet has one that meets the page's Content Security Policy. */
export type CreateScript = (src: string) => HTMLScriptElement

/** A script element, where the page needs nothing special. */
export const createScript: CreateScript = (src) =>
  Object.assign(document.createElement('script'), { src })

/**
 * Adds a script to the page.
 *
 * @param pollen What the script finds under this name on its element, `document.currentScript`.
 * @returns Resolves when it has run.
 * @throws TypeError (as a rejection) when there is no such script.
 */
export const loadScript = (
  src: string,
  create: CreateScript = createScript,
  pollen?: unknown,
): Promise<unknown> =>
  new Promise((onload, reject) => {
    const onerror = () => reject(new TypeError(`nothing at ${src}`))
    document.head.append(Object.assign(create(src), { pollen, onload, onerror }))
  })
