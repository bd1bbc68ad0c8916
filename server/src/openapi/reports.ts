import { Type } from 'typebox'
import { Amount, Count, Day, Flag, Unit } from './record-parts.js'

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
    }),
  ),
})
