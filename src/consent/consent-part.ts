import { startPart } from '../start-part.js'
import { type ConsentSettings, connectConsent } from './connect-consent.js'
import type { ConsentWord } from './consent-word.js'

type Say = (noun: 'consent', word: ConsentWord) => void

startPart('consent', ({ credits }) => {
  const page = window as unknown as Record<string, unknown>
  const settings: ConsentSettings = Object.assign({}, ...credits().map(({ settings }) => settings))
  return connectConsent(settings, (word) => {
    const po = page[(page.__partnerObject as string) || 'po'] as Say
    po('consent', word)
  })
})
