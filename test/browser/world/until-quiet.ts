import type { Tab } from '../engines/engine.js'

type Po = (...args: unknown[]) => unknown

/**
 * Waits until the script has done what it does by itself on this page: it knows its program, has
 * done what it put off, and whatever it wanted to send has left the browser. Then a request that is
 * missing is not only late.
 */
export const untilQuiet = (tab: Tab): Promise<void> =>
  tab.run(async () => {
    // The address is another before any of the page has been read.
    if (document.readyState === 'loading')
      await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve))
    const { po } = window as unknown as { po: Po }
    await new Promise((resolve) => po('ready', resolve))
    // Timers of the same length keep their order, so this one comes after the script's.
    await new Promise((resolve) => setTimeout(resolve))
    await fetch('/quiet')
  })
