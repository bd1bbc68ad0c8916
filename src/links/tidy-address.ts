import { attempt } from '../lib/attempt.js'
import { SESSION_PARAMETER } from './hand-over.js'
import { withoutParameter } from './without-parameter.js'

/**
 * Takes the session that was handed over out of the address bar, once the script has read it: an
 * address that is copied from there hands it to nobody else. It is no change of the route, so nobody
 * who watches `history` is told.
 */
export const tidyAddress = (): void => {
  const tidy = withoutParameter(location.href, SESSION_PARAMETER)
  if (tidy === location.href) return
  attempt(() => History.prototype.replaceState.call(history, history.state, '', tidy))
}
