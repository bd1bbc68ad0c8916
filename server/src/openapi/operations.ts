import type { Operation, Operations } from './operation.js'
import { affiliate } from './operations/affiliate.js'
import { customers } from './operations/customers.js'
import { files } from './operations/files.js'
import { integrations } from './operations/integrations.js'
import { newsletter } from './operations/newsletter.js'
import { programs } from './operations/programs.js'
import { publicEvents } from './operations/public-events.js'
import { reports } from './operations/reports.js'
import { sessions } from './operations/sessions.js'
import { transactions } from './operations/transactions.js'

/** The document's chapters, in their order. */
const chapters = {
  ...programs,
  ...reports,
  ...files,
  ...affiliate,
  ...customers,
  ...transactions,
  ...newsletter,
  ...integrations,
  ...sessions,
  ...publicEvents,
}

/** What each chapter is about. */
export const chapterDescriptions: Record<keyof typeof chapters, string> = {
  Program: 'The program that the API key opens, and what came of it.',
  Settings: 'How the program tracks, credits and pays.',
  Reports: 'What came of the program over time: what its dashboard shows.',
  'Lists as files': 'Whole lists as CSV, with the filters of the lists.',
  'API keys': 'Several per program, each with a name, scopes and, if you like, an end.',
  Partners: 'Those who refer customers, in an affiliate program.',
  "Partners' links": 'A partner has a link from the start, and may have further ones.',
  'Commission rules':
    'Exceptions from what the program pays: by partner, product or kind of product.',
  Leads: 'People whom partners recommend, before they are customers.',
  'Payout requests': 'What partners have earned, on its way to them.',
  'Coupons and promotion codes': 'Discounts, and the codes under which partners pass them on.',
  Customers: 'Those who were referred, and in a refer-a-friend program those who refer them.',
  'Customers who refer others': 'In a refer-a-friend program: links, referrals and balances.',
  Transactions: 'Sales, and what they earn.',
  Rewards: 'What was earned, and what has become of it.',
  Subscribers: 'The readers of a newsletter program, who refer others.',
  "Subscribers' rewards": 'What subscribers get for referring others.',
  Webhooks: 'Messages to your back end of what happened, signed, and sent until they arrive.',
  'Payment providers':
    'Payments, refunds and subscriptions that Stripe, Paddle and Chargebee report by themselves.',
  'Signing in':
    'Accounts of people, made by `pollen-server account create`. Who is signed in calls everything below `/v1` with the cookie and `X-Pollen-Program: <public id>` instead of an API key; what changes something is taken from pages of the server itself alone.',
  'For browsers': 'What the tracking script calls; it takes no API key.',
}

/** Every operation, with the chapter that it stands in. */
export const operations: Record<string, Operation & { tag: string }> = Object.fromEntries(
  Object.entries<Operations>(chapters).flatMap(([tag, chapter]) =>
    Object.entries(chapter).map(([name, operation]) => [name, { ...operation, tag }] as const),
  ),
)
