import type { Kysely } from 'kysely'
import { positionText } from '../domain/figures/activity-position.js'
import { microsToNumber } from '../domain/money/micros.js'
import { isoTime } from '../domain/time/iso-time.js'
import type { ActivityRow } from '../store/activity.js'
import { findCustomersByUid } from '../store/customers.js'
import type { Database, ProgramRow } from '../store/database.js'
import { findReferrersByUid } from '../store/referrers.js'

/** What happened, with the names of those it happened to. */
export async function activityRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  rows: ActivityRow[],
) {
  const uids = (name: 'referrer_uid' | 'customer_uid') => [
    ...new Set(rows.flatMap((row) => row[name] ?? [])),
  ]
  const isNewsletter = program.type === 'newsletter'
  const people = uids('customer_uid')
  const referrers = await findReferrersByUid(db, program, [
    ...uids('referrer_uid'),
    ...(isNewsletter ? people : []),
  ])
  const customers = isNewsletter
    ? referrers
    : await findCustomersByUid(db, program.program_id, people)
  return rows.map((row) => {
    const partner = referrers.get(row.referrer_uid ?? '')
    const customer = customers.get(row.customer_uid ?? '')
    const { amount_units: units, amount_micros } = row
    return {
      id: positionText(row),
      type: row.type,
      at: isoTime(row.at),
      partner: partner ? { id: partner.id, name: partner.name } : null,
      customer: customer ? { id: customer.id, name: customer.name, email: customer.email } : null,
      amount:
        units === null || amount_micros === null
          ? null
          : { units, amount: microsToNumber(amount_micros) },
      url: row.url,
    }
  })
}
