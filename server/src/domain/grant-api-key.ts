import { PollenError } from '../errors/pollen-error.js'
import type { ApiKeyRow } from '../store/database.js'
import { scopesOf } from './api-key-scopes.js'
import type { NewApiKey } from './create-api-key.js'

/**
 * Sees to it that a key gives nobody more than it has: neither a scope, nor a longer life. So a leaked
 * key that is found out and revoked leaves nothing behind that could do more than it could.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export function grantApiKey(maker: ApiKeyRow, wanted: NewApiKey, now: number): NewApiKey {
  const missing = wanted.scopes.filter((scope) => !scopesOf(maker).includes(scope))
  if (missing.length > 0) {
    throw invalid('scopes', `may only hold what this API key has itself, not ${missing.join(', ')}`)
  }
  if (wanted.expiresAt !== null && wanted.expiresAt <= now) {
    throw invalid('expires_at', 'must lie in the future')
  }
  if (maker.expires_at === null) return wanted
  if (wanted.expiresAt !== null && wanted.expiresAt > maker.expires_at) {
    throw invalid('expires_at', 'must not be later than when this API key expires itself')
  }
  return { ...wanted, expiresAt: wanted.expiresAt ?? maker.expires_at }
}

const invalid = (field: string, reason: string) =>
  new PollenError('invalid', { [field]: [`The ${field} ${reason}.`] })
