import type { Money } from '../lib/format-money.js'

/** What anybody may know: `GET /portal/v1/programs/{id}`. */
export interface ListedProgram {
  public_id: string
  name: string
  website: string
  sign_up: 'closed' | 'approval' | 'open'
  sends_mail: boolean
}

/** `GET /portal/v1/programs` */
export interface ListedPrograms {
  /** Those that let people join. */
  data: ListedProgram[]
  /** The id of the one program that there is, whether or not it lets people join. */
  meta: { only: string | null }
}

/** What a partner gets for a sale. */
export interface Offer {
  type: 'percent' | 'fixed'
  /** Per cent, or whole units of the currency. */
  amount: number
  currency: string | null
  sales: 'first' | 'every'
  /** Since a customer's first purchase; `null` for all. */
  months: number | null
}

/** What a partner gets: `GET …/offers`. */
export interface OwnOffers {
  usual: Offer
  /** Where it is another for a product, a kind of product, or one of a kind. */
  products: (Offer & { product_id: string | null; product_type: string | null })[]
}

/** The program whose portal is open. */
export interface PortalProgram extends ListedProgram {
  /** Where people may join. */
  offer: Offer | null
}

/** Who is signed in: `GET …/me`. */
export interface Profile {
  id: string
  email: string
  name: string | null
  surname: string | null
  key: string
  referral_link: string
  has_password: boolean
  payout: { gateway: Gateway; payout_settings: Record<string, string> } | null
}

export type Gateway = 'paypal' | 'wise' | 'crypto' | 'venmo'

export interface DayFigures {
  clicks: number
  referrals: number
  sales: number
  commissions: Money[]
}

/** What came of the partner: `GET …/figures`. */
export interface Figures {
  from: string
  to: string
  days: (DayFigures & { day: string })[]
  totals: DayFigures
  ever: DayFigures
  commissions: { pending: Money[]; approved: Money[]; paid: Money[] }
  payable: Money[]
}

export interface OwnLink {
  key: string
  url: string
  is_default: boolean
  created_at: string
}

export interface OwnLinks {
  links: OwnLink[]
  websites: { id: number | null; website: string }[]
  is_full: boolean
}

export interface Referral {
  who: string | null
  has_bought: boolean
  created_at: string
}

export interface Commission extends Money {
  id: string
  who: string | null
  state: 'pending' | 'approved' | 'paid' | 'reversed'
  reversed_amount: number
  note: string | null
  created_at: string
  approved_at: string
  paid_at: string | null
}

export interface Code {
  code: string
  name: string
  discount: { type: 'percent' | 'static'; amount: number; units: string | null } | null
  is_active: boolean
  ends_at: string | null
  times_redeemed: number
}

export interface Payout extends Money {
  id: number
  status: 'requested' | 'approved' | 'finished' | 'rejected'
  gateway: Gateway | null
  created_at: string
  paid_at: string | null
}
