import type { Tab } from '../engines/engine.js'

export interface Console {
  warnings: string[]
  /** Errors that nobody caught, rejections included. */
  errors: string[]
}

/** What this page's developer sees on the console. */
export const consoleOf = (tab: Tab): Promise<Console> =>
  tab.run(() => (window as unknown as { consoleOf: Console }).consoleOf)
