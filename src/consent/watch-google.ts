import type { Hear } from './consent-word.js'
import { type GoogleStorage, googleWord } from './google-word.js'
import { whenThere } from './when-there.js'

/**
 * Hears what `gtag()` says about consent, from the first call of the page on. `dataLayer.push` is
 * wrapped for it, as there is no other way to hear it; the list is never made here. Returns its undo.
 */
export const watchGoogle = (storage: GoogleStorage, hear: Hear): (() => void) =>
  whenThere(() => {
    const { dataLayer: calls } = window as { dataLayer?: unknown[] }
    if (!Array.isArray(calls)) return undefined
    let isOn = true
    const see = (call: unknown) => {
      const word = isOn && googleWord(call, storage)
      if (word) hear(word)
    }
    const { push } = calls
    calls.forEach(see)
    calls.push = (...added) => {
      const length = push.apply(calls, added)
      added.forEach(see)
      return length
    }
    return () => {
      isOn = false
    }
  })
