/**
 * What `action` returns, or `undefined` when it throws.
 *
 * Cookies, storage and timing are forbidden in sandboxed frames and by some settings of browsers;
 * none of that may reach the page as an error.
 */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {}
}
