import type { Tab } from '../engines/engine.js'

type Po = (...args: unknown[]) => unknown

/**
 * Waits until the script has done what it does by itself on this page: it knows its program, and
 * whatever it wanted to send has left the browser. Then a request that is missing is not only late.
 */
export const untilQuiet = (tab: Tab): Promise<void> =>
  tab.run(async () => {
    const { po } = window as unknown as { po: Po }
    await new Promise((resolve) => po('ready', resolve))
    await fetch('/quiet')
  })
