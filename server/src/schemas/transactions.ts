import { Type } from 'typebox'
import { Key } from './identifiers.js'
import { PageQuery } from './page-query.js'
import { LinkOption, Person, Reference, Referral } from './person.js'

/** A JSON number or a numeric text; what it may be depends on the currency, so the domain checks it. */
const Amount = Type.Unsafe<unknown>({ description: '99.99 or "99.99"' })

/** A name, a number, or a list of them: shops send all of these. */
const Product = Type.Unsafe<unknown>({ description: 'kept as it is sent' })

export const Sale = Type.Object({
  key: Type.Optional(Key),
  amount: Type.Optional(Amount),
  reward: Type.Optional(Amount),
  amount_units: Type.Optional(Type.String({ maxLength: 16 })),
  action: Type.Optional(Type.String({ maxLength: 255 })),
  product_id: Type.Optional(Product),
  product_type: Type.Optional(Product),
  rewardable: Type.Optional(Type.Boolean({ description: 'false: it earns nothing' })),
  rewarded: Type.Optional(Type.Boolean({ description: 'true: what it earns was paid already' })),
  gross_amount: Type.Optional(Amount),
  discount_amount: Type.Optional(Amount),
  discount_code: Type.Optional(Type.String({ maxLength: 255 })),
  status: Type.Optional(Type.String({ maxLength: 255 })),
  partner_key: Type.Optional(Key),
  created_at: Type.Optional(Type.Unsafe<unknown>({ description: 'Unix time or ISO 8601' })),
})

/** One sale, or several of one customer in `transactions`. */
export const TransactionBody = Type.Object({
  ...Sale.properties,
  ...Referral.properties,
  customer: Type.Object({ ...Person.properties, ...Referral.properties }),
  transactions: Type.Optional(Type.Array(Sale, { minItems: 1, maxItems: 1000 })),
  options: Type.Optional(
    Type.Object({ ...LinkOption.properties, create_customer: Type.Optional(Type.Boolean()) }),
  ),
})

/** Filters by sale and people; those with a dot are members of an object where they come in a body. */
export const SalesFilter = Type.Object({
  ...PageQuery.properties,
  key: Type.Optional(Type.String()),
  partner_key: Type.Optional(Type.String()),
  partner_email: Type.Optional(Type.String()),
  'partner.key': Type.Optional(Type.String()),
  'partner.email': Type.Optional(Type.String()),
  'customer.key': Type.Optional(Type.String()),
  partner: Type.Optional(Reference),
  customer: Type.Optional(Reference),
})

export const TransactionsQuery = Type.Object({
  ...SalesFilter.properties,
  state: Type.Optional(
    Type.Enum(['standing', 'refunded', 'archived', 'all'], {
      description:
        'neither archived nor deleted, if not given; deleted, or given back in whole or in part; archived; any',
    }),
  ),
})

export const TransactionQuery = Type.Object({
  state: Type.Optional(Type.Literal('all', { description: 'deleted or not' })),
})

export const TransactionKey = Type.Object({ key: Key })
