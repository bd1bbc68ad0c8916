import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Partner } from '../index.js'
import { useTracker } from './use-tracker.js'

const onServer = () => undefined

/**
 * Who gets the credit for what this visitor does now.
 *
 * @returns `undefined` for nobody, on a server, and until the tracker knows; the component renders
 * again then.
 */
export function useReferral(): Partner | undefined {
  const tracker = useTracker()
  const subscribe = useCallback(
    (onChange: () => void) => {
      let isMounted = true
      const tell = () => {
        if (isMounted) onChange()
      }
      tracker.load().then(tell)
      // Router changes and the server's answer may give the credit to somebody else.
      addEventListener('pollen:referral', tell)
      return () => {
        isMounted = false
        removeEventListener('pollen:referral', tell)
      }
    },
    [tracker],
  )
  // The tracker makes the object anew each time; its text tells when it is another.
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(tracker.referral), onServer)
  return useMemo(() => text && JSON.parse(text), [text])
}
