/** What the pages read of the API's records; `docs/openapi.json` has all of them. */
export interface PartnerRow {
  id: string
  key: string
  email: string
  name: string | null
  surname: string | null
  status: 'active' | 'pending' | 'rejected' | 'archived'
  approved: boolean
  created_at: string
  referral_link: string
}

interface Sum {
  currency: string
  amount: number
}

export interface Partner extends PartnerRow {
  referral_links: string[]
  referrals: {
    clicks: number
    signups: number
    sales_count: number
    paid_accounts: number
    revenue: Sum[]
  }
  commissions: { paid: Sum[]; pending: Sum[]; not_paid: Sum[] }
}

export interface SignInUrl {
  url: string
  expires_at: string
}

export interface Customer {
  id: string
  key: string
  email: string | null
  name: string | null
  surname: string | null
  status: string
  partner?: string | null
  referring_customer?: Customer | null
  referral_link?: string
  created_at: string
  flags: string[]
}

export interface Reward {
  id: string
  /** Of the sale; of itself where it was given by hand. */
  key: string
  state: 'pending' | 'approved' | 'paid' | 'reversed'
  beneficiary: 'referrer' | 'customer'
  amount: number
  amount_units: string
  note: string | null
  partner?: string | null
  customer: string | null
  referred_customer?: string | null
  created_at: string
  approved_at: string
  paid_at: string | null
}

export interface Transaction {
  key: string
  status: string
  amount: number
  refunded_amount: number
  amount_units: string
  partner?: string | null
  customer: string | null
  referred_customer?: string | null
  created_at: string
  archived_at: string | null
  deleted_at: string | null
  rewards: Reward[]
}

export interface PayoutRequest {
  id: number
  status: string
  partner: { id: string; key: string; email: string; name: string | null } | null
  amount: number
  amount_units: string
  gateway: string | null
  created_at: string
  paid_at: string | null
}

export interface Lead {
  id: number
  status: 'submitted' | 'converted' | 'rejected'
  created_at: string
  lead_info: { name?: string; email?: string }
  submitter: { id: string; name: string | null; email: string | null } | null
  can_be_converted: boolean
  can_be_rejected: boolean
}

export interface Subscriber {
  id: string
  key: string
  name: string | null
  email: string
  /** With a capital. */
  status: string
  /** Else they wait, and count for nobody. */
  approved: boolean
  share_link: string
  referrals_count: number
  /** What they earned so far. */
  reward: { name: string }[]
  created_at: string
}

/** What a newsletter's readers earn by bringing others. */
export interface NewsletterReward {
  id: number
  name: string
  description: string | null
  status: 'active' | 'archived'
  /** How many others one has to bring. */
  subscribers_count: number
  fulfillment_type: string | null
  fulfillment_type_name: string | null
  fulfillment_value: string | null
  /** How often it was earned. */
  times_triggered: number
}

export interface RewardedSubscriber {
  id: string
  key: string
  email: string
  name: string | null
  rewarded_at: string
}

export interface Coupon {
  name: string
  uuid_code: string
  active: boolean
  coupon_discount_type: 'percent' | 'static'
  coupon_discount_amount: number
  coupon_duration_type: string
  coupon_duration_value: number | null
  times_redeemed: number
  created_at: string
}

export interface PromotionCode {
  code: string
  times_redeemed: number
  coupon_specific_partners: { id: string; full_name: string } | unknown[]
  coupon: Coupon | null
  created_at: string
}

export interface Webhook {
  key: string
  name: string
  url: string
  is_active: boolean
  signature: string
  events: string[]
  notice: string | null
}

export interface WebhookDelivery {
  id: string
  event: string
  status: 'pending' | 'delivered' | 'failed'
  created_at: string
  next_attempt_at: string | null
  attempts: { at: string; duration_ms: number; status_code: number | null; error: string | null }[]
  data: Record<string, unknown>
}

export interface ApiKey {
  id: string
  name: string
  scopes: string[]
  created_at: string
  expires_at: string | null
  last_used_at: string | null
}

export interface CommissionRule {
  id: string
  name: string
  commission: string
  beneficiary: 'referrer' | 'customer'
  sales: string
  hold_days: number
  partner: { id: string; key: string } | null
  product_id: string | null
  product_type: string | null
}

export interface ReferralLink {
  id: string
  key: string
  url: string
  default: boolean
}

/** First and last name; the e-mail address or the key of whoever has told none. */
export const nameOf = (person: {
  name: string | null
  surname?: string | null
  email?: string | null
  key?: string
}): string =>
  [person.name, person.surname].filter(Boolean).join(' ') || person.email || person.key || '–'
