import { PollenError } from '../../errors/pollen-error.js'
import type { Access } from './access.js'
import type { NewApiKey } from './create-api-key.js'

/**
 * Sees to it that a key gives nobody more than it has itself: neither a scope, nor a longer life. So a leaked
 * key that is found out and revoked leaves nothing behind that could do more than it could.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export function grantApiKey(maker: Access, wanted: NewApiKey, now: number): NewApiKey {
  const missing = wanted.scopes.filter((scope) => !maker.scopes.includes(scope))
  if (missing.length > 0) {
    throw invalid('scopes', `may only hold what this API key has itself, not ${missing.join(', ')}`)
  }
  if (wanted.expiresAt !== null && wanted.expiresAt <= now) {
    throw invalid('expires_at', 'must lie in the future')
  }
  if (maker.expiresAt === null) return wanted
  if (wanted.expiresAt !== null && wanted.expiresAt > maker.expiresAt) {
    throw invalid('expires_at', 'must not be later than when this API key expires itself')
  }
  return { ...wanted, expiresAt: wanted.expiresAt ?? maker.expiresAt }
}

const invalid = (field: string, reason: string) =>
  new PollenError('invalid', { [field]: [`The ${field} ${reason}.`] })
