import { type TSchema, Type } from 'typebox'

/*
 * The figures of a program, as each kind of program is shown. Clients know them in these shapes, which
 * is why counts are texts here and numbers there.
 */

const Text = Type.String()
const Growth = Type.Number({ description: 'In per cent, against 30 days ago.' })
const CountText = Type.String({ pattern: '^\\d+(\\.\\d+)?$' })

/** `{ "usd": "$337.47" }` */
const Money = Type.Unsafe<Record<string, string>>({
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'By currency, in lower case.',
})
const MoneyOrNothing = Type.Union([Money, Type.Array(Type.Literal('0'))])

const named = (names: string[], members: Record<string, TSchema>): Record<string, TSchema> =>
  Object.fromEntries(
    names.flatMap((name) =>
      Object.entries(members).map(([suffix, schema]) => [name + suffix, schema] as const),
    ),
  )

const program = (type: string) =>
  Type.Object({
    id: Type.Integer(),
    public_id: Text,
    website: Text,
    initial: Text,
    type: Type.Literal(type),
    name: Text,
    created_at: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
    last_edited: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
  })

const affiliateFigures = {
  ...named(
    [
      'total_partners',
      'total_purchases',
      'total_signups',
      'total_paid_accounts',
      'affiliate_referred_visitors_clicks',
      'click_to_signup_conversion',
      'signup_to_sale_conversion',
    ],
    { '': CountText, _growth: Growth },
  ),
  ...named(['total_reward', 'total_revenue'], { '': Money, _growth: Growth }),
  total_paid: MoneyOrNothing,
  total_pending: MoneyOrNothing,
}

const friendsFigures = {
  active_rewards: Type.Integer(),
  ...named(
    [
      'total_customers',
      'total_referring_customers',
      'total_referred_customers',
      'total_sales',
      'participation',
    ],
    { '': Type.Number(), _before: Type.Number(), _growth: Growth },
  ),
  total_revenue_from_sales: Money,
}

const affiliateSettings = {
  commission_description: Text,
  program_name: Text,
  program_initials: Text,
  program_type_title: Text,
  partner_portal_url: Text,
  currency: Text,
  cookie_lifetime: Type.String({ description: 'Days, or lifetime.' }),
  payout_threshold: Type.Number(),
}

const friendsSettings = { partner_portal_url: Text, website_url: Text }

const counts = Type.Unsafe<Record<string, number>>({
  type: 'object',
  additionalProperties: { type: 'integer' },
  description: 'By status.',
})

const moneyFigures = {
  net_profit: Type.Number(),
  net_profit_growth: Growth,
  net_profit_formatted: Text,
  average_order_value: Money,
  rewards_breakdown: Type.Object({ unclaimed: Money, in_review: Money, paid: Money }),
  partner_activity: counts,
  payout_status_breakdown: counts,
}

const switches = { type: 'object', additionalProperties: { type: 'boolean' } }

const programSettings = (settings: Record<string, TSchema>) =>
  Type.Unsafe<object>({
    type: 'object',
    properties: {
      ...settings,
      currency: Text,
      cookie_lifetime: Text,
      commission_description: Text,
      commission_value: Type.Union([Text, Type.Number()]),
      has_multiple_commissions: Type.Boolean(),
      payout_threshold: Type.Number(),
    },
    additionalProperties: { type: 'boolean' },
  })

const details = (
  type: string,
  figures: Record<string, TSchema>,
  settings: Record<string, TSchema>,
) =>
  Type.Object({
    program: program(type),
    stats: Type.Object({ ...figures, ...moneyFigures }),
    program_settings: programSettings(settings),
    portal_settings: Type.Unsafe<object>(switches),
  })

/** Flat, as older clients read it. */
export const AffiliateOverview = Type.Object({
  program: program('Affiliate'),
  ...affiliateFigures,
  overview_program_current_settings: Type.Object(affiliateSettings),
})

export const FriendsOverview = Type.Object({
  program: program('Referral'),
  ...friendsFigures,
  overview_program_current_settings: Type.Object(friendsSettings),
})

export const AffiliateProgram = details('Affiliate', affiliateFigures, affiliateSettings)

export const FriendsProgram = details('Referral', friendsFigures, friendsSettings)

export const NewsletterProgram = Type.Object({
  id: Text,
  name: Text,
  esp_type: Text,
  esp_type_name: Text,
  total_subscribers: Type.Integer(),
  total_referring: Type.Integer(),
  total_referred: Type.Integer(),
  created_at: Text,
})
