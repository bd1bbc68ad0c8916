import { createContext, createElement, type ReactNode, useEffect, useMemo } from 'react'
import { createTracker, type Tracker, type TrackerOptions } from '../index.js'

/** Options of the tracker, or a tracker that the site has made itself. */
export type PollenProviderProps = (TrackerOptions | { tracker: Tracker }) & {
  /** Report sign-ups by forms of the page; see `tracker.captureForms()`. */
  captureForms?: boolean | undefined
  children?: ReactNode
}

export const TrackerContext = createContext<Tracker | undefined>(undefined)

/**
 * Starts tracking when it is mounted, and gives the tracker to the hooks below it.
 *
 * A page may mount it any number of times, as StrictMode does: a click counts once. On a server it
 * renders its children and does nothing else.
 *
 * @example
 * <PollenProvider program="ABCDEFGH" host="https://pollen.example">
 *   <App />
 * </PollenProvider>
 *
 * @throws TypeError when `program` or `host` is missing.
 */
export function PollenProvider({ captureForms = false, children, ...source }: PollenProviderProps) {
  const given = 'tracker' in source ? source.tracker : undefined
  const { program, host, settings } = 'tracker' in source ? ({} as Partial<TrackerOptions>) : source
  // Settings are read when tracking starts; an object that is made anew at each rendering changes nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const tracker = useMemo(
    () =>
      given ?? createTracker({ program, host, ...(settings && { settings }) } as TrackerOptions),
    [given, program, host],
  )
  useEffect(() => {
    tracker.load()
  }, [tracker])
  useEffect(() => (captureForms ? tracker.captureForms() : undefined), [tracker, captureForms])
  return createElement(TrackerContext.Provider, { value: tracker }, children)
}
