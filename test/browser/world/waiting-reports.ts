import type { Tab } from '../engines/engine.js'
import { storedItems } from './stored-items.js'

/** A report as the script has stored it. */
export interface WaitingReport {
  body: { key?: string; data?: { email: string } }
  /** Not before this time, in milliseconds since the epoch. */
  after: number
}

/** What the script has not delivered yet. */
export const waitingReports = async (tab: Tab): Promise<WaitingReport[]> =>
  Object.values(await storedItems(tab))
    .map((item) => JSON.parse(item))
    .filter(({ body }) => body)
