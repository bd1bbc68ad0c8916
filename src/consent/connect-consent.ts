import type { ProgramSettings } from '../program-settings.js'
import type { ConsentWord, Hear } from './consent-word.js'
import { watchGoogle } from './watch-google.js'
import { watchTcf } from './watch-tcf.js'

/** What of a program's settings says which consent is meant. */
export type ConsentSettings = Pick<ProgramSettings, 'consent_purposes' | 'consent_storage'>

/**
 * Asks nobody, but hears what a consent platform of the page has been told, by the IAB's framework
 * (TCF 2.2) or Google's consent mode. Where both speak, both have to agree.
 *
 * @param say Called when the decision is known, and when it changes.
 * @returns Stops it.
 */
export function connectConsent(
  { consent_purposes = [1], consent_storage = 'ad_storage' }: ConsentSettings,
  say: Hear,
): () => void {
  const heard: Record<string, ConsentWord> = {}
  let said: ConsentWord | undefined

  const hear = (source: string): Hear => {
    return (word) => {
      heard[source] = word
      const decision = Object.values(heard).includes('revoke') ? 'revoke' : 'grant'
      if (decision === said) return
      said = decision
      say(decision)
    }
  }

  const stops = [
    watchTcf(consent_purposes, hear('tcf')),
    watchGoogle(consent_storage, hear('google')),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
