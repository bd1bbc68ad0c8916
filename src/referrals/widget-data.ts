/** What somebody gets for a sale. */
export interface Offer {
  type: 'percent' | 'fixed'
  /** Per cent, or whole units of the currency. */
  amount: number
  /** ISO 4217, of a fixed amount. */
  currency: string | null
  sales: 'every' | 'first'
  months: number | null
}

interface Sum {
  amount: number
  currency: string
}

export interface Friend {
  name: string | null
  initial: string | null
  state: 'joined' | 'bought'
  joined_at: string
}

export interface Reward extends Sum {
  state: 'pending' | 'approved' | 'paid' | 'reversed'
  created_at: string
  approved_at: string
}

/** What the server tells a widget: `GET /pub/v1/programs/{id}/referrals`. */
export interface WidgetData {
  program: { name: string }
  offer: { referrer: Offer; friend: Offer | null }
  takes_public_referrers: boolean
  link: string | null
  referrals: {
    clicks: number
    signups: number
    buyers: number
    friends: Friend[]
    earned: Record<'pending' | 'approved' | 'paid', Sum[]>
    rewards: Reward[]
  } | null
}
