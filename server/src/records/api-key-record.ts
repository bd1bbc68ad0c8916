import { scopesOf } from '../domain/api-keys/api-key-scopes.js'
import { isoTime } from '../domain/time/iso-time.js'
import type { ApiKeyRow } from '../store/database.js'

/** An API key as it is listed: all but the key itself, which nobody can show again. */
export const apiKeyRecord = (key: ApiKeyRow) => ({
  id: key.id,
  name: key.name,
  scopes: scopesOf(key),
  created_at: isoTime(key.created_at),
  expires_at: key.expires_at === null ? null : isoTime(key.expires_at),
  last_used_at: key.last_used_at === null ? null : isoTime(key.last_used_at),
})
