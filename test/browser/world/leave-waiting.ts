import type { Tab } from '../engines/engine.js'
import { makeDue } from './make-due.js'

/**
 * The visitor leaves what could not be sent for the next page: goes to `address`, a page of the same
 * host without the script, where all that waits has waited for long enough. A page that tries again
 * at the very moment that it is left has its report for itself for ten seconds and more.
 */
export async function leaveWaiting(tab: Tab, address: string): Promise<void> {
  await tab.open(address)
  await makeDue(tab)
}
