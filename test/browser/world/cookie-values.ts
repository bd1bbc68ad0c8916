import type { Tab } from '../engines/engine.js'

/** The cookies that this page's address gets, by name, as they are written. */
export const cookieValues = async (tab: Tab): Promise<Record<string, string>> =>
  Object.fromEntries((await tab.cookies()).map(({ name, value }) => [name, value]))
