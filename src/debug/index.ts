// Tells on the console, in sentences, what the script sees, stores and sends. It looks from outside
// and changes nothing, so that a page behaves the same with it.
import { landingSentences } from './landing-sentences.js'
import { requestSentence, type SeenRequest } from './request-sentence.js'
import { changeSentences, readState, stateSentences } from './state.js'

const tell = (sentence: string) => console.info(`Pollen: ${sentence}`)

/** Sandboxed pages have neither cookies nor storage. */
function look<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}

const currentState = () =>
  readState(
    look(() => document.cookie, ''),
    look<Record<string, string>>(() => ({ ...localStorage }), {}),
  )

const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
landingSentences(location.href, navigation?.name ?? '', navigation?.type ?? '').forEach(tell)

let state = currentState()
stateSentences(state).forEach(tell)

const tellChanges = () => {
  const now = currentState()
  changeSentences(state, now).forEach(tell)
  state = now
}

// What the script stores and takes away, it does before it sends and after it was answered.
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const sentence = requestSentence(entry as PerformanceEntry & SeenRequest)
    if (!sentence) continue
    tell(sentence)
    // The script reads the answer first.
    setTimeout(tellChanges)
  }
}).observe({ type: 'resource', buffered: true })

for (const name of ['submit', 'popstate', 'hashchange', 'storage', 'pagehide']) {
  addEventListener(name, () => setTimeout(tellChanges), true)
}
