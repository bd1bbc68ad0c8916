import { vi } from 'vitest'
import type { Tab } from './engine.js'

/**
 * Goes back, and waits for the page to be there. The drivers' own commands wait for a load event,
 * which a page from the back/forward cache never has.
 */
export async function goBack(run: Tab['run']): Promise<void> {
  const before = await run(() => location.href)
  await run(() => void setTimeout(() => history.back()))
  await vi.waitUntil(
    () =>
      run(
        (left) => location.href !== left && document.readyState !== 'loading',
        before,
        // The page that is being left can no longer answer.
      ).catch(() => false),
    { timeout: 10_000, interval: 25 },
  )
}
