/**
 * Calls `listener` after each change of the address within this page: by a router through the
 * History API, by the back button, or by the fragment, which browsers tell by `popstate` as well.
 */
export function onRouteChange(listener: () => void): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name]
    history[name] = (...args) => {
      change.apply(history, args)
      listener()
    }
  }
  addEventListener('popstate', listener)
}
