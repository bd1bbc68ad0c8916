import { addSums } from '../domain/figures/add-sums.js'
import { microsToNumber } from '../domain/money/micros.js'
import { negated } from '../domain/money/negated.js'
import { referralUrl } from '../domain/partners/referral-url.js'
import { isoTime } from '../domain/time/iso-time.js'
import type { PartnerRow, ProgramRow } from '../store/database.js'
import type { AmountRow } from '../store/figures/amount-row.js'
import type { Figures } from '../store/figures/figures.js'
import { tagsRecord } from './tags-record.js'

/** A partner in a list. */
export const partnerRowRecord = (program: ProgramRow, partner: PartnerRow) => ({
  email: partner.email,
  created_at: isoTime(partner.created_at),
  updated_at: isoTime(partner.updated_at),
  name: partner.name,
  id: partner.id,
  key: partner.key,
  surname: partner.surname,
  tos: false,
  approved: partner.status !== 'pending' && partner.status !== 'rejected',
  status: partner.status,
  custom_fields: [],
  tags: tagsRecord(partner.tags),
  referral_link: referralUrl(program, partner.key),
})

/** A partner alone, with what came of the links and what that earned; `onHold` is part of `unpaid`. */
export const fullPartnerRecord = (
  program: ProgramRow,
  partner: PartnerRow,
  links: { key: string; website: string }[],
  { clicks, signups, sales, paidAccounts, revenue, paid, unpaid }: Figures,
  onHold: AmountRow[],
) => ({
  ...partnerRowRecord(program, partner),
  referrals_count: signups,
  referral_links: links.map(({ key, website }) => referralUrl({ ...program, website }, key)),
  referrals: {
    clicks,
    signups,
    revenue: revenue.map(sumRecord),
    sales_count: sales,
    paid_accounts: paidAccounts,
  },
  commissions: {
    paid: paid.map(sumRecord),
    pending: onHold.map(sumRecord),
    not_paid: addSums(unpaid, onHold.map(negated))
      .filter(({ amount_micros }) => amount_micros !== 0n)
      .map(sumRecord),
  },
  custom_field_values: [],
})

const sumRecord = ({ amount_units, amount_micros }: AmountRow) => ({
  currency: amount_units,
  amount: microsToNumber(amount_micros),
})
