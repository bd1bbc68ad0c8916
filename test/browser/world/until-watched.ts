import type { Tab } from '../engines/engine.js'

type Po = (...call: unknown[]) => Promise<unknown>

/** Waits for the part that watches links; asked for by the page, it comes again. */
export const untilWatched = (tab: Tab): Promise<void> =>
  tab.run(async () => {
    await (Reflect.get(window, 'po') as Po)('integration', 'links')
  })
