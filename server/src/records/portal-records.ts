import type { Kysely } from 'kysely'
import { microsToNumber } from '../domain/money/micros.js'
import { referralUrl } from '../domain/partners/referral-url.js'
import { anonymised, type KnownPerson } from '../domain/portal/anonymised.js'
import type { PartnerDay } from '../domain/portal/partner-figures.js'
import { rewardState } from '../domain/rewards/reward-state.js'
import { isoTime, isoTimeOrNull } from '../domain/time/iso-time.js'
import { findCouponsByUid } from '../store/coupons.js'
import type {
  CommissionRuleRow,
  CustomerRow,
  Database,
  LinkDomainRow,
  PartnerRow,
  PayoutRequestRow,
  ProgramRow,
  ReferralLinkRow,
  RewardRow,
} from '../store/database.js'
import type { AmountRow } from '../store/figures/amount-row.js'
import type { PromotionCodeRow } from '../store/tables/side-tables.js'
import { payoutRequestRecords } from './payout-request-records.js'
import { offerRecord } from './widget-records.js'

/** What anybody may know of a program who opens its portal. */
export const portalRecord = (program: ProgramRow, sendsMail: boolean) => ({
  public_id: program.program_id,
  name: program.name,
  website: program.website,
  sign_up: program.partner_sign_up,
  sends_mail: sendsMail,
})

/** What partners see of themselves. */
export const profileRecord = (program: ProgramRow, partner: PartnerRow) => ({
  id: partner.id,
  email: partner.email,
  name: partner.name,
  surname: partner.surname,
  key: partner.key,
  referral_link: referralUrl(program, partner.key),
  has_password: partner.password_hash !== null,
  payout: partner.payout === null ? null : JSON.parse(partner.payout),
  created_at: isoTime(partner.created_at),
})

/** What a partner gets for a product or a kind of product. */
export const productOfferRecord = (rule: CommissionRuleRow) => ({
  ...offerRecord(rule),
  product_id: rule.product_id,
  product_type: rule.product_type,
})

/** Amounts per unit, without those of which nothing is left. */
export const sumRecords = (sums: AmountRow[]) =>
  sums
    .filter(({ amount_micros }) => amount_micros !== 0n)
    .map(({ amount_units, amount_micros }) => ({
      units: amount_units,
      amount: microsToNumber(amount_micros),
    }))

export const dayRecord = ({ commissions, ...counts }: PartnerDay) => ({
  ...counts,
  commissions: sumRecords(commissions),
})

export const ownLinkRecords = (
  program: ProgramRow,
  partner: PartnerRow,
  domains: LinkDomainRow[],
  links: ReferralLinkRow[],
) =>
  links.map((link) => {
    const domain = domains.find(({ number }) => number === link.domain_number)
    return {
      key: link.key,
      url: referralUrl(domain ? { ...program, website: domain.website } : program, link.key),
      is_default: link.key === partner.key,
      created_at: isoTime(link.created_at),
    }
  })

/** A customer, told to the partner who brought them: not who it is. */
export const referralRecord = (customer: CustomerRow, hasBought: boolean) => ({
  who: anonymised(customer),
  has_bought: hasBought,
  created_at: isoTime(customer.created_at),
})

/** @param now Milliseconds since the epoch: whether it is on hold. */
export const commissionRecord = (
  reward: RewardRow & { buyer: KnownPerson | null },
  now: number,
) => ({
  id: reward.uid,
  who: reward.buyer && anonymised(reward.buyer),
  state: rewardState(reward, now),
  amount: microsToNumber(reward.amount_micros),
  reversed_amount: microsToNumber(reward.reversed_micros),
  units: reward.amount_units,
  note: reward.note,
  created_at: isoTime(reward.created_at),
  approved_at: isoTime(reward.approved_at),
  paid_at: isoTimeOrNull(reward.paid_at),
})

/** Codes with what they give. */
export async function codeRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  codes: PromotionCodeRow[],
  now: number,
) {
  const uids = [...new Set(codes.map(({ coupon_uid }) => coupon_uid))]
  const coupons = await findCouponsByUid(db, program.program_id, uids)
  return codes.map((code) => {
    const coupon = coupons.get(code.coupon_uid)
    const isOver = [code, coupon].some(
      (one) =>
        one?.redemption_limit !== null &&
        (one?.times_redeemed ?? 0) >= (one?.redemption_limit ?? 0),
    )
    const ends = [code.expires_at, coupon?.redeem_until ?? null].filter((at) => at !== null)
    return {
      code: code.code,
      name: coupon?.name ?? '',
      discount: coupon
        ? {
            type: coupon.discount_type,
            amount: microsToNumber(coupon.discount_micros),
            units: coupon.discount_type === 'static' ? program.currency : null,
          }
        : null,
      is_active: coupon?.is_active === 1 && !isOver && ends.every((at) => at > now),
      ends_at: isoTimeOrNull(ends.length > 0 ? Math.min(...ends) : null),
      times_redeemed: code.times_redeemed,
      created_at: isoTime(code.created_at),
    }
  })
}

export async function payoutRecords(
  db: Kysely<Database>,
  program: ProgramRow,
  payouts: PayoutRequestRow[],
) {
  const records = await payoutRequestRecords(db, program, payouts)
  return records.map(({ id, status, amount, amount_units, gateway, created_at, paid_at }) => ({
    id,
    status,
    amount,
    units: amount_units,
    gateway,
    created_at,
    paid_at,
  }))
}
