import { Type } from 'typebox'
import { ACTIVITIES } from '../domain/figures/activity-position.js'
import { Amount, Count, Day, Flag, Flags, orNull, Text, Time, Unit } from './record-parts.js'

/* What reports hold. */

const UnitSums = Type.Array(Type.Object({ units: Unit, amount: Amount }))

const Totals = Type.Object({
  clicks: Count,
  signups: Type.Integer({ description: 'Of customers or subscribers, referred or not.' }),
  referred_signups: Type.Integer({ description: 'Those of `signups` who came by somebody.' }),
  sales: Count,
  revenue: UnitSums,
  commissions: UnitSums,
})

export const DaysReport = Type.Object({
  from: Day,
  to: Day,
  days: Type.Array(Type.Object({ day: Day, ...Totals.properties })),
  totals: Totals,
  before: Type.Object({ from: Day, to: Day, totals: Totals }),
})

export const FunnelReport = Type.Object({
  from: Day,
  to: Day,
  steps: Type.Array(
    Type.Object({
      name: Type.Enum(['clicks', 'visitors', 'signups', 'buyers']),
      count: Count,
      estimated: Flag,
      rate: orNull(
        Type.Number({
          minimum: 0,
          maximum: 100,
          description:
            'Per cent of the step before; `null` where there is none, or nobody in it. At most 100: who signed up without a click that is known did come.',
        }),
      ),
    }),
  ),
})

export const TopReport = Type.Object({
  data: Type.Array(
    Type.Object({
      id: Type.Optional(orNull(Text)),
      key: Type.Optional(orNull(Text)),
      name: orNull(Type.String({ description: 'Of a landing page, its address without query.' })),
      clicks: Count,
      signups: Count,
      sales: Count,
      revenue: UnitSums,
      commissions: UnitSums,
    }),
  ),
  meta: Type.Object({ from: Day, to: Day, counted_since: Time }),
  status: Type.Literal(1),
})

const EvidentClick = Type.Object({
  id: Text,
  at: Time,
  key: Text,
  url: Text,
  referrer: Text,
  is_credited: Type.Boolean({ description: "Whether its key was somebody's." }),
  is_bot: Flag,
})

export const Attribution = Type.Object({
  customer: Type.Object({ id: Text, key: Text }),
  partner: orNull(Type.Object({ id: Text, key: Text, name: orNull(Text), email: orNull(Text) })),
  rule: Type.Union([
    Type.Enum(['last_click', 'first_click', 'referral_url', 'named']),
    Type.Null(),
  ]),
  credited_at: orNull(Time),
  referral_key: orNull(Text),
  session: orNull(Text),
  click: orNull(EvidentClick),
  clicks: Type.Array(EvidentClick),
  flags: Flags,
})

export const Activity = Type.Object({
  id: Text,
  type: Type.Enum([...ACTIVITIES]),
  at: Time,
  partner: orNull(Type.Object({ id: Text, name: orNull(Text) })),
  customer: orNull(Type.Object({ id: Text, name: orNull(Text), email: orNull(Text) })),
  amount: orNull(Type.Object({ units: Unit, amount: Amount })),
  url: orNull(Type.String({ description: 'Of a click: where it led.' })),
})

export const Install = Type.Object({
  snippet: Type.String({ description: 'For the head of every page.' }),
  settings_url: Text,
  first_click_at: orNull(Time),
  last_click_at: orNull(Time),
  clicks_last_hour: Type.Integer({ description: '10,000 for so many or more.' }),
  refused: Type.Array(Type.Object({ origin: Text, at: Time, count: Count }), {
    description: 'Pages of no host of the program that reported clicks to this node lately.',
  }),
})
