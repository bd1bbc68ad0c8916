import type { Tab } from '../engines/engine.js'

/** What the script keeps in `localStorage`, by name. */
export const storedItems = (tab: Tab): Promise<Record<string, string>> =>
  tab.run(() =>
    Object.fromEntries(
      Object.entries(localStorage).filter(([name]) => name.toLowerCase().startsWith('pollen')),
    ),
  )
