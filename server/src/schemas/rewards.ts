import { Type } from 'typebox'
import { SalesFilter } from './transactions.js'

/** Filters of what a program has to pay: by its state, and by the sale and the people as of sales. */
export const RewardsQuery = Type.Object({
  ...SalesFilter.properties,
  state: Type.Optional(
    Type.Enum(['pending', 'approved', 'paid', 'reversed'], {
      description: 'on hold, to be paid out, paid out, or taken back with its sale',
    }),
  ),
})
