import { withdrawConsent } from './consent.js'
import { forget, itemNames } from './lib/storage.js'
import { ITEM_PREFIX, VISITOR_COOKIES } from './program-settings.js'
import { removeCookie } from './referral-cookie.js'

/**
 * The visitor takes the consent back: every cookie and every stored item of ours goes, whatever
 * scope it was written to, and nothing more is kept.
 */
export function erase(): void {
  for (const name of VISITOR_COOKIES) removeCookie(name)
  for (const name of itemNames(ITEM_PREFIX)) forget(name)
  withdrawConsent()
}
