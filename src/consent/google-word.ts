import type { ConsentWord } from './consent-word.js'

/** A kind of storage in Google's consent mode. */
export type GoogleStorage = 'ad_storage' | 'analytics_storage'

/**
 * What a call of `gtag()` says about consent:
 * https://developers.google.com/tag-platform/security/guides/consent
 *
 * @param call An item of `dataLayer`: `['consent', 'update', { ad_storage: 'granted' }]`.
 * @returns `undefined` where it leaves open what the visitor has decided: a default of `denied`
 * comes before the visitor is asked, on every page anew, and one for regions may be for others.
 */
export function googleWord(call: unknown, storage: GoogleStorage): ConsentWord | undefined {
  const [command, action, state] = Array.from(Object(call) as ArrayLike<unknown>)
  if (command !== 'consent') return undefined
  const { [storage]: value, region } = Object(state) as Record<string, unknown>
  const isUpdate = action === 'update'
  if (value === 'granted' && (isUpdate || !region)) return 'grant'
  return value === 'denied' && isUpdate ? 'revoke' : undefined
}
