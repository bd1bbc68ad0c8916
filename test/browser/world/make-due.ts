import type { Tab } from '../engines/engine.js'

/** Makes what waits in the browser to have waited for long enough. */
export const makeDue = (tab: Tab): Promise<void> =>
  tab.run(() => {
    for (const name of Object.keys(localStorage)) {
      const report = JSON.parse(localStorage.getItem(name) ?? '{}')
      if (report.after) localStorage.setItem(name, JSON.stringify({ ...report, after: 0 }))
    }
  })
