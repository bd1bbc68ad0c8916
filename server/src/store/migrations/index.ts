import type { Migration } from 'kysely'
import * as firstReferral from './001-first-referral.js'
import * as eventsAndSideResources from './003-events-and-side-resources.js'

/** Applied in the order of their names. A released migration is never edited: add another. */
export const migrations: Record<string, Migration> = {
  '001-first-referral': firstReferral,
  '003-events-and-side-resources': eventsAndSideResources,
}
