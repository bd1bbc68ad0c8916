import type { Kysely } from 'kysely'
import { findCustomersByUid } from '../store/customers.js'
import type { CustomerRow, Database, ProgramRow } from '../store/database.js'
import { figuresOf } from '../store/figures/figures.js'
import { listLinkTargets } from '../store/referral-links.js'
import { findReferrersByUid } from '../store/referrers.js'
import { affiliateCustomerRecord, friendRecord, friendRowRecord } from './customer-record.js'

/** Customers for a list, in the shape of the program's kind. */
export async function customerRowRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  customers: CustomerRow[],
) {
  if (program.type !== 'affiliate') return customers.map((row) => friendRowRecord(program, row))
  const uids = customers.flatMap(({ referrer_uid }) => referrer_uid ?? [])
  const partners = await findReferrersByUid(db, program, [...new Set(uids)])
  return customers.map((row) =>
    affiliateCustomerRecord(row, partners.get(row.referrer_uid ?? '')?.id),
  )
}

/** One customer with all there is to say, in the shape of the program's kind. */
export async function customerRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
) {
  if (program.type === 'affiliate') return (await customerRowRecords(db, program, [customer]))[0]
  const { program_id, uid, referrer_uid } = customer
  const links = await listLinkTargets(db, program, uid)
  const { signups } = await figuresOf(db, program_id, uid)
  const referrers = await findCustomersByUid(db, program_id, referrer_uid ? [referrer_uid] : [])
  return friendRecord(program, customer, links, signups, referrers.get(referrer_uid ?? ''))
}
