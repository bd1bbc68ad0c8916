import type { Selectable } from 'kysely'

/** Tables beside the path from a click to a balance; for what all have in common see `Database`. */
export interface SideTables {
  due_approval: DueApprovalTable
  lead: LeadTable
  lead_form: LeadFormTable
  coupon: CouponTable
  promotion_code: PromotionCodeTable
  subscriber: SubscriberTable
  newsletter_reward: NewsletterRewardTable
  subscriber_reward: SubscriberRewardTable
}

/** Rewards on hold, of whose approval webhooks are to be told when the time has come. */
interface DueApprovalTable {
  program_id: string
  reward_uid: string
  due_at: number
}

/** Somebody of whom a partner says that they may become a customer. */
interface LeadTable {
  program_id: string
  number: number
  status: 'submitted' | 'converted' | 'rejected'
  name: string
  email: string
  partner_uid: string
  /** JSON: an array of `LeadAnswer`. */
  answers: string
  /** Who it became. */
  customer_uid: string | null
  created_at: number
  updated_at: number
}

/** What a program asks of a lead; a program without such a row asks for name and e-mail address. */
interface LeadFormTable {
  program_id: string
  is_enabled: 0 | 1
  /** JSON: an array of `LeadField`. */
  fields: string
  updated_at: number
}

interface CouponTable {
  program_id: string
  uid: string
  number: number
  uuid_code: string
  name: string
  is_active: 0 | 1
  discount_type: 'percent' | 'static'
  /** Millionths of one per cent, or of one unit of the program's currency. */
  discount_micros: bigint
  duration_type: 'once' | 'hours' | 'days' | 'months' | 'years' | 'lifetime'
  /** How many of those hours to years. */
  duration_value: number | null
  /** Until when its codes may be redeemed, and how often; `null` for no limit. */
  redeem_until: number | null
  redemption_limit: number | null
  times_redeemed: number
  /** JSON: an object. */
  metadata: string
  created_at: number
  updated_at: number
}

/** What customers type in for a coupon. */
interface PromotionCodeTable {
  program_id: string
  uid: string
  coupon_uid: string
  code: string
  /** `code` in lower case, by which it is found and unique. */
  code_folded: string
  is_first_order_only: 0 | 1
  /** Whose code it is: a sale with it may credit this partner. */
  partner_uid: string | null
  /** Who alone may use it. */
  customer_uid: string | null
  subscriber_uid: string | null
  /** In the program's currency. */
  minimum_order_micros: bigint | null
  expires_at: number | null
  redemption_limit: number | null
  times_redeemed: number
  /** JSON: an object. */
  metadata: string
  created_at: number
  updated_at: number
}

/** A reader of a newsletter program. */
interface SubscriberTable {
  program_id: string
  uid: string
  id: string
  key: string
  email: string
  /** `email` in lower case, by which it is found and unique. */
  email_folded: string
  name: string | null
  tos: 0 | 1
  marketing_consent: 0 | 1
  status: 'active' | 'rejected' | 'suspended'
  is_approved: 0 | 1
  /** `uid` of the subscriber who gets the credit; `null` for nobody. */
  referrer_uid: string | null
  /** Of the browser's report that made this row: sent again, it is answered as it was. */
  report_id: string | null
  created_at: number
  updated_at: number
}

/** What a subscriber gets who referred as many others. */
interface NewsletterRewardTable {
  program_id: string
  number: number
  name: string
  description: string | null
  subscribers_count: number
  fulfillment_type: 'url_link' | 'generic_coupon' | 'amazon_gift_card' | null
  fulfillment_value: string | null
  created_at: number
  updated_at: number
  /** Since when nobody earns it any more. */
  archived_at: number | null
}

/** Who got which reward; nobody gets one twice. */
interface SubscriberRewardTable {
  program_id: string
  subscriber_uid: string
  reward_number: number
  created_at: number
}

export type DueApprovalRow = Selectable<DueApprovalTable>
export type LeadRow = Selectable<LeadTable>
export type LeadFormRow = Selectable<LeadFormTable>
export type CouponRow = Selectable<CouponTable>
export type PromotionCodeRow = Selectable<PromotionCodeTable>
export type SubscriberRow = Selectable<SubscriberTable>
export type NewsletterRewardRow = Selectable<NewsletterRewardTable>
export type SubscriberRewardRow = Selectable<SubscriberRewardTable>
