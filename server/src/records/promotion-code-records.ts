import type { Kysely } from 'kysely'
import { microsToNumber } from '../domain/money/micros.js'
import { isoTime } from '../domain/time/iso-time.js'
import { findCouponsByUid } from '../store/coupons.js'
import { findCustomersByUid } from '../store/customers.js'
import type { Database, ProgramRow } from '../store/database.js'
import { findPartnersByUid } from '../store/partners.js'
import { findSubscribersByUid } from '../store/subscribers.js'
import type { CouponRow, PromotionCodeRow } from '../store/tables/side-tables.js'
import { couponRecord } from './coupon-record.js'
import { mapRecord } from './map-record.js'

interface Person {
  id: string
  name: string | null
  surname?: string | null
}

/** Promotion codes with their coupons and the people they are for. */
export async function promotionCodeRecords(
  db: Kysely<Database>,
  { program_id }: ProgramRow,
  codes: PromotionCodeRow[],
) {
  const uids = (name: 'coupon_uid' | 'partner_uid' | 'customer_uid' | 'subscriber_uid') => [
    ...new Set(codes.flatMap((code) => code[name] ?? [])),
  ]
  const coupons = await findCouponsByUid(db, program_id, uids('coupon_uid'))
  const partners = await findPartnersByUid(db, program_id, uids('partner_uid'))
  const customers = await findCustomersByUid(db, program_id, uids('customer_uid'))
  const subscribers = await findSubscribersByUid(db, program_id, uids('subscriber_uid'))
  return codes.map((code) =>
    toRecord(code, coupons.get(code.coupon_uid), {
      partner: partners.get(code.partner_uid ?? ''),
      customer: customers.get(code.customer_uid ?? ''),
      subscriber: subscribers.get(code.subscriber_uid ?? ''),
    }),
  )
}

export async function promotionCodeRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  code: PromotionCodeRow,
) {
  const [record] = await promotionCodeRecords(db, program, [code])
  return record ?? {}
}

const toRecord = (
  code: PromotionCodeRow,
  coupon: CouponRow | undefined,
  people: Record<'partner' | 'customer' | 'subscriber', Person | undefined>,
) => ({
  code: code.code,
  first_time_order: code.is_first_order_only === 1,
  limit_to_specific_partner: code.partner_uid !== null,
  coupon_specific_partners: personRecord(people.partner, 'full_name'),
  limit_to_specific_customer: code.customer_uid !== null,
  coupon_specific_customers: personRecord(people.customer, 'customer_full_name'),
  limit_to_specific_subscriber: code.subscriber_uid !== null,
  coupon_specific_subscribers: personRecord(people.subscriber, 'subscriber_full_name'),
  minimum_order_status: code.minimum_order_micros !== null,
  minimum_order_value:
    code.minimum_order_micros === null ? null : microsToNumber(code.minimum_order_micros),
  expiration_date_status: code.expires_at !== null,
  expiration_date_value: code.expires_at === null ? null : isoTime(code.expires_at),
  redemption_times_status: code.redemption_limit !== null,
  redemption_times_value: code.redemption_limit,
  times_redeemed: code.times_redeemed,
  metadata: mapRecord(code.metadata),
  coupon: coupon ? couponRecord(coupon) : null,
  created_at: isoTime(code.created_at),
  updated_at: isoTime(code.updated_at),
})

/** Nobody is an empty list, as clients know it. */
const personRecord = (person: Person | undefined, nameField: string) =>
  person
    ? { id: person.id, [nameField]: [person.name, person.surname].filter(Boolean).join(' ') }
    : []
