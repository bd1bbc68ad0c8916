/**
 * Makes something when it is asked for the first time, and keeps it: the first format of `Intl` alone
 * takes a slow processor some tens of milliseconds, and a page should be there before.
 */
export function lazily<Made>(make: () => Made): () => Made {
  let made: { it: Made } | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}
