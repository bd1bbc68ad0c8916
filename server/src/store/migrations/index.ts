import type { Migration } from 'kysely'
import * as firstReferral from './001-first-referral.js'
import * as moneyAndLinks from './002-money-and-links.js'
import * as eventsAndSideResources from './003-events-and-side-resources.js'
import * as keysAndPayments from './004-keys-and-payments.js'
import * as clickFacts from './008-click-facts.js'
import * as retention from './010-retention.js'
import * as figures from './011-figures/index.js'
import * as clickMonths from './012-click-months.js'
import * as consent from './013-consent.js'
import * as accounts from './014-accounts.js'
import * as mail from './015-mail.js'
import * as portal from './015-portal.js'
import * as widgetSecret from './016-widget-secret.js'
import * as plainFigureNotes from './017-plain-figure-notes.js'
import * as signUpReports from './018-sign-up-reports.js'
import * as creditEvidence from './020-credit-evidence.js'
import * as addedUpClicks from './021-added-up-clicks.js'
import * as sumsOfOwners from './022-sums-of-owners.js'
import * as rateCounts from './023-rate-counts.js'
import * as rewardLists from './024-reward-lists.js'
import * as rejectedPayouts from './026-rejected-payouts.js'
import * as rewardsOfNewsletters from './027-rewards-of-newsletters.js'
import * as pinnedScripts from './028-pinned-scripts.js'

/** Applied in the order of their names. A released migration is never edited: add another. */
export const migrations: Record<string, Migration> = {
  '001-first-referral': firstReferral,
  '002-money-and-links': moneyAndLinks,
  '004-keys-and-payments': keysAndPayments,
  '003-events-and-side-resources': eventsAndSideResources,
  '008-click-facts': clickFacts,
  '010-retention': retention,
  '011-figures': figures,
  '012-click-months': clickMonths,
  '013-consent': consent,
  '014-accounts': accounts,
  '015-mail': mail,
  '015-portal': portal,
  '016-widget-secret': widgetSecret,
  '017-plain-figure-notes': plainFigureNotes,
  '018-sign-up-reports': signUpReports,
  '020-credit-evidence': creditEvidence,
  '021-added-up-clicks': addedUpClicks,
  '022-sums-of-owners': sumsOfOwners,
  '023-rate-counts': rateCounts,
  '024-reward-lists': rewardLists,
  '026-rejected-payouts': rejectedPayouts,
  '027-rewards-of-newsletters': rewardsOfNewsletters,
  '028-pinned-scripts': pinnedScripts,
}
