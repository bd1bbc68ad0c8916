import { Type } from 'typebox'
import { TransactionsQuery } from './transactions.js'

/** Filters of what a program has to pay: by its state, and by the sale and the people as of sales. */
export const RewardsQuery = Type.Object({
  ...TransactionsQuery.properties,
  state: Type.Optional(
    Type.Enum(['pending', 'approved', 'paid', 'reversed'], {
      description: 'on hold, to be paid out, paid out, or taken back with its sale',
    }),
  ),
})
