import type { Flag } from '../domain/customers/flags.js'
import { referralUrl } from '../domain/partners/referral-url.js'
import { isoTime } from '../domain/time/iso-time.js'
import type { CustomerRow, ProgramRow } from '../store/database.js'
import { tagsRecord } from './tags-record.js'

/**
 * A customer of an affiliate program.
 *
 * @param partnerId The `id` of the partner who gets the credit.
 */
export const affiliateCustomerRecord = (customer: CustomerRow, partnerId: string | undefined) => ({
  key: customer.key,
  id: customer.id,
  partner: partnerId ?? null,
  deleted: false,
  name: customer.name,
  surname: customer.surname,
  email: customer.email,
  status: customer.status,
  created_at: isoTime(customer.created_at),
  updated_at: isoTime(customer.updated_at),
  deleted_at: null,
  tags: tagsRecord(customer.tags),
  flags: JSON.parse(customer.flags) as Flag[],
})

/** A customer of a refer-a-friend program, in a list. */
export const friendRowRecord = (program: ProgramRow, customer: CustomerRow) => ({
  email: customer.email,
  created_at: isoTime(customer.created_at),
  updated_at: isoTime(customer.updated_at),
  name: customer.name,
  id: customer.id,
  key: customer.key,
  surname: customer.surname,
  tos: true,
  approved: true,
  status: customer.status,
  custom_fields: [],
  metadata: { date_of_birth: null, ...JSON.parse(customer.metadata) },
  referral_link: referralUrl(program, customer.key),
  flags: JSON.parse(customer.flags) as Flag[],
})

/** A customer of a refer-a-friend program, alone. */
export const friendRecord = (
  program: ProgramRow,
  customer: CustomerRow,
  links: { key: string; website: string }[],
  referralsCount: number,
  referrer: CustomerRow | undefined,
) => ({
  ...friendRowRecord(program, customer),
  referring_customer: referrer
    ? { ...friendRowRecord(program, referrer), referring_customer: null }
    : null,
  referrals_count: referralsCount,
  referral_links: links.map(({ key, website }) => referralUrl({ ...program, website }, key)),
})
