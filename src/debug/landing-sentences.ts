/**
 * Where the visit began, as sentences.
 *
 * @param current The address as it is now.
 * @param original The one that the browser asked the network for; `''` where it does not say.
 * @param type Of the navigation: `navigate`, `reload`, `back_forward`, `prerender`.
 */
export const landingSentences = (current: string, original: string, type: string): string[] => [
  `This page was reached at ${original || current}.`,
  ...(original && original !== current
    ? [`It has changed its address to ${current} since; a key in either one counts.`]
    : []),
  ...(type === 'reload' || type === 'back_forward'
    ? ['It was reloaded, or reached by the back button: no new click for the same key.']
    : []),
]
