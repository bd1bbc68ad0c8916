import { Type } from 'typebox'
import { Key } from './identifiers.js'
import { PageQuery } from './page-query.js'
import { LinkOption, Person, Reference, Referral } from './person.js'
import { SearchQuery } from './search-query.js'
import { Sale } from './transactions.js'

/** The person beside the referral, or below `customer`; with a first sale if there is one already. */
export const CustomerBody = Type.Object({
  ...Person.properties,
  ...Referral.properties,
  customer: Type.Optional(Type.Object({ ...Person.properties, ...Referral.properties })),
  transaction: Type.Optional(Sale),
  options: Type.Optional(LinkOption),
})

/** The changes below `update`, or beside what identifies the customer. */
export const CustomerUpdate = Type.Object({
  ...Person.properties,
  update: Type.Optional(Type.Object(Person.properties)),
})

/** Who is asked to refer others, and what their invitation says. */
export const InviteBody = Type.Object({
  ...Person.properties,
  personalization: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
})

export const CustomersQuery = Type.Object({
  ...PageQuery.properties,
  partner_key: Type.Optional(Type.String()),
  partner_email: Type.Optional(Type.String()),
  'partner.key': Type.Optional(Type.String()),
  'partner.email': Type.Optional(Type.String()),
  partner: Type.Optional(Reference),
  refer_status: Type.Optional(Type.Enum(['referred', 'non_referred'])),
})

/** The same, and what a search looks for. */
export const CustomersCsvQuery = Type.Object({
  ...CustomersQuery.properties,
  ...SearchQuery.properties,
})

export const CreditBody = Type.Object({
  amount: Type.Unsafe<unknown>({ description: '5 or "5.00"' }),
  amount_units: Type.String({ minLength: 1, maxLength: 64 }),
  is_currency: Type.Boolean(),
  key: Type.Optional(Key),
})

/** For how many seconds the token is good: an hour if nothing is said, a day at most. */
export const WidgetTokenBody = Type.Object({
  expires_in: Type.Integer({ minimum: 60, maximum: 86_400, default: 3600 }),
})

/** By https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
export const IdempotencyHeaders = Type.Object({ 'idempotency-key': Type.Optional(Key) })
