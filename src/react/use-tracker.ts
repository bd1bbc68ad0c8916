import { useContext } from 'react'
import type { Tracker } from '../index.js'
import { TrackerContext } from './pollen-provider.js'

/**
 * The tracker of the provider above.
 *
 * @throws {Error} When there is none.
 */
export function useTracker(): Tracker {
  const tracker = useContext(TrackerContext)
  if (!tracker) throw new Error('useTracker() needs a <PollenProvider> above the component.')
  return tracker
}
