import { Type } from 'typebox'
import { Key, Name } from './identifiers.js'
import { PageQuery } from './page-query.js'
import { Reference } from './person.js'
import { Commission, HoldDays, Months, Sales } from './terms.js'

/** Which rules to list: those with such a part in their name, or for this partner alone. */
export const CommissionRulesQuery = Type.Object({
  ...PageQuery.properties,
  name: Type.Optional(Type.String()),
  partner_id: Type.Optional(Type.String()),
  partner_key: Type.Optional(Type.String()),
  partner_email: Type.Optional(Type.String()),
})

/** An exception from what the program pays. What is left out, holds for all. */
export const CommissionRuleBody = Type.Object({
  name: Type.Optional(Name),
  commission: Commission,
  beneficiary: Type.Optional(
    Type.Enum(['referrer', 'customer'], { description: 'customer: the buyer is rewarded too' }),
  ),
  sales: Type.Optional(Sales),
  months: Type.Optional(Months),
  hold_days: Type.Optional(HoldDays),
  partner: Type.Optional(Reference),
  product_id: Type.Optional(Key),
  product_type: Type.Optional(Key),
})
