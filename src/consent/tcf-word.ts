import type { ConsentWord } from './consent-word.js'

/**
 * What a consent platform tells of a visitor, as far as it is read here: `TCData` of the IAB's
 * Transparency and Consent Framework 2.2.
 */
export interface TcData {
  /** Whether the law asks for consent at all, as far as the platform knows. */
  gdprApplies?: boolean
  /** `tcloaded`: decided earlier; `cmpuishown`: being asked; `useractioncomplete`: decided now. */
  eventStatus?: string
  purpose?: { consents?: Record<string, boolean> }
  listenerId?: number
}

/**
 * @param purposes Numbers of the framework that all have to be agreed to; 1 is to keep things in the
 * browser.
 * @returns `undefined` while the visitor has not decided.
 */
export function tcfWord(
  { gdprApplies, eventStatus = '', purpose }: TcData,
  purposes: readonly number[],
): ConsentWord | undefined {
  if (gdprApplies === false) return 'grant'
  if (!/^(tcloaded|useractioncomplete)$/.test(eventStatus)) return undefined
  return purposes.every((number) => purpose?.consents?.[number]) ? 'grant' : 'revoke'
}
