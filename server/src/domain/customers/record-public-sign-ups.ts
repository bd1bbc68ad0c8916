import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { findReferrerByUid, type Referrer } from '../../store/referrers.js'
import { findReferrersByLink } from '../../store/referrers-by-link.js'
import type { SubscriberRow } from '../../store/tables/side-tables.js'
import { subscribe } from '../subscribers/subscribe.js'
import { recordSignUps } from './record-sign-ups.js'
import type { SignUp } from './sign-up.js'

/** What a browser says of who signed up. */
export interface SignUpReport {
  program: ProgramRow
  data: Omit<SignUp, 'source'>
  /** Of the referral link; one that is nobody's credits nobody, and is no error. */
  key: string | undefined
}

/** Who signed up, customer or subscriber, and who is credited. */
export interface SignedUp {
  isNew: boolean
  key: string
  id: string
  referrer: Referrer | undefined
}

interface Referred extends SignUpReport {
  referrer: Referrer | undefined
}

/** @throws PollenError `invalid` when nobody can be found by what a browser says. */
export function assertNamed({ program, data }: SignUpReport): void {
  if (program.type === 'newsletter') {
    if (data.email !== undefined) return
    throw new PollenError('invalid', { 'data.email': ['The data.email is required.'] })
  }
  if (data.key !== undefined || data.email !== undefined) return
  throw new PollenError('invalid', { data: ['data.key or data.email is required.'] })
}

/**
 * Records what browsers say, each a subscriber in a newsletter program, else a customer.
 *
 * @param trx A database transaction.
 * @param reports Named, see `assertNamed`.
 * @param now Milliseconds since the epoch.
 * @returns One for each report.
 * @throws PollenError `invalid`, of one of them.
 */
export async function recordPublicSignUps(
  trx: Kysely<Database>,
  reports: readonly SignUpReport[],
  now: number,
): Promise<SignedUp[]> {
  const referrers = await findReferrersByLink(trx, reports)
  const referred = reports.map((report, index) => ({ ...report, referrer: referrers[index] }))
  const customers = await recordCustomers(trx, referred.filter(isOfCustomer), now)
  const signedUp: SignedUp[] = []
  for (const report of referred) {
    const recorded = customers.get(report) ?? (await recordSubscriber(trx, report, now))
    signedUp.push(recorded)
  }
  return signedUp
}

const isOfCustomer = ({ program }: SignUpReport) => program.type !== 'newsletter'

async function recordCustomers(
  trx: Kysely<Database>,
  reports: readonly Referred[],
  now: number,
): Promise<Map<Referred, SignedUp>> {
  const enrolled = await recordSignUps(
    trx,
    reports.map(({ program, data, key: referralKey, referrer }) => {
      // No more than these: a stranger may have sent anything beside them.
      const { id, key, email, name, surname, reportId, session, addressHash } = data
      const said = { id, key, email, name, surname, reportId, session, referralKey, addressHash }
      return { program, signUp: { ...said, source: 'browser' }, referrer }
    }),
    now,
  )
  const signedUp = new Map<Referred, SignedUp>()
  for (const [index, report] of reports.entries()) {
    const recorded = enrolled[index]
    if (!recorded) continue
    const referrer = await credited(trx, report, recorded.customer.referrer_uid)
    signedUp.set(report, answer(report, recorded.isNew, recorded.customer, referrer))
  }
  return signedUp
}

async function recordSubscriber(
  trx: Kysely<Database>,
  report: Referred,
  now: number,
): Promise<SignedUp> {
  const { program, data, referrer } = report
  const person = { email: data.email ?? '', name: data.name, reportId: data.reportId }
  const { isNew, subscriber } = await subscribe(trx, program, person, referrer?.uid, now)
  const creditor = await credited(trx, report, subscriber.referrer_uid)
  return answer(report, isNew, subscriber, creditor)
}

/** Whoever sent the report that made the row hears its names, however often it is sent. */
function answer(
  report: Referred,
  isNew: boolean,
  { key, id, report_id }: CustomerRow | SubscriberRow,
  referrer: Referrer | undefined,
): SignedUp {
  const isTheirs = isNew || (report_id !== null && report_id === report.data.reportId)
  return isTheirs ? { key, id, isNew, referrer } : known(report, referrer)
}

/**
 * What is answered of somebody who was known: the names that were sent, for anybody may send anybody's
 * e-mail address. Which person sent them is told only to who names that person; a partner is a business.
 */
function known(
  { program, data, referrer: named }: Referred,
  referrer: Referrer | undefined,
): SignedUp {
  const name = data.key ?? data.id ?? data.email ?? ''
  const isTold = program.type === 'affiliate' || named?.uid === referrer?.uid
  const names = { key: name, id: data.id ?? name }
  return { isNew: false, ...names, referrer: isTold ? referrer : undefined }
}

/** Who has the credit: the one whom the report names, or who was quicker. */
async function credited(
  trx: Kysely<Database>,
  { program, referrer }: Referred,
  uid: string | null,
): Promise<Referrer | undefined> {
  if (uid === null || uid === referrer?.uid) return uid === null ? undefined : referrer
  return findReferrerByUid(trx, program, uid)
}
