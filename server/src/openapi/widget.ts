import { Type } from 'typebox'
import { Amount, Count, Flag, orNull, Text, Time } from './record-parts.js'

const Sums = Type.Array(Type.Object({ amount: Amount, currency: Text }))

/** What somebody gets for a sale. */
export const Offer = Type.Object({
  type: Type.Enum(['percent', 'fixed']),
  amount: Type.Number({ description: 'Per cent, or whole units of the currency.' }),
  currency: orNull(Text),
  sales: Type.Enum(['every', 'first']),
  months: orNull(Count),
})

/** What a widget shows to a customer who refers others. */
export const Widget = Type.Object({
  program: Type.Object({ name: Text }),
  offer: Type.Object({ referrer: Offer, friend: orNull(Offer) }),
  takes_public_referrers: Flag,
  link: orNull(Text),
  referrals: orNull(
    Type.Object(
      {
        clicks: Count,
        signups: Count,
        buyers: Count,
        friends: Type.Array(
          Type.Object({
            name: orNull(Type.String({ description: 'The first name alone.' })),
            initial: orNull(Text),
            state: Type.Enum(['joined', 'bought']),
            joined_at: Time,
          }),
          { description: 'The newest 50.' },
        ),
        earned: Type.Object({ pending: Sums, approved: Sums, paid: Sums }),
        rewards: Type.Array(
          Type.Object({
            amount: Amount,
            currency: Text,
            state: Type.Enum(['pending', 'approved', 'paid', 'reversed']),
            created_at: Time,
            approved_at: Time,
          }),
          { description: 'The newest 50.' },
        ),
      },
      { description: 'With a token alone.' },
    ),
  ),
})
