import { type Static, Type } from 'typebox'
import { Metadata } from './map.js'
import { PageQuery } from './page-query.js'

const Code = (longest: number) =>
  Type.String({
    maxLength: longest,
    pattern: '^[A-Za-z0-9_-]*$',
    description: 'letters and digits of English, - and _; made up where it is empty',
  })

/** Which coupons to list: those with such a part in their name. */
export const CouponsQuery = Type.Object({
  ...PageQuery.properties,
  name: Type.Optional(Type.String()),
})

/** Which codes to list: those with such a part, of a coupon with such a part in its name, of a partner. */
export const PromotionCodesQuery = Type.Object({
  ...PageQuery.properties,
  code: Type.Optional(Type.String({ maxLength: 255 })),
  coupon_name: Type.Optional(Type.String({ maxLength: 255 })),
  partner_id: Type.Optional(Type.String()),
  partner_key: Type.Optional(Type.String()),
  partner_email: Type.Optional(Type.String()),
})

const Times = Type.Integer({ minimum: 1, maximum: 1_000_000_000 })

const Amount = Type.Unsafe<unknown>({ description: '25 or "25.00"' })

const Time = Type.Unsafe<unknown>({ description: 'A date, Unix time or ISO 8601.' })

/** Whom a code is for: `{ id }`, nobody as `{}` or `[]`; `id` is any identifier. */
const Owner = Type.Unsafe<{ id?: string } | { id?: string }[]>({
  anyOf: [
    { type: 'object', properties: { id: { type: 'string', maxLength: 255 } } },
    {
      type: 'array',
      maxItems: 1,
      items: { type: 'object', properties: { id: { type: 'string', maxLength: 255 } } },
    },
  ],
  description: 'an object with the id of one',
})

const codeProperties = {
  code: Type.Optional(Code(100)),
  first_time_order: Type.Optional(Type.Boolean()),
  limit_to_specific_partner: Type.Optional(Type.Boolean()),
  coupon_specific_partners: Type.Optional(Owner),
  limit_to_specific_customer: Type.Optional(Type.Boolean()),
  coupon_specific_customers: Type.Optional(Owner),
  limit_to_specific_subscriber: Type.Optional(Type.Boolean()),
  coupon_specific_subscribers: Type.Optional(Owner),
  minimum_order_status: Type.Optional(Type.Boolean()),
  minimum_order_value: Type.Optional(Amount),
  expiration_date_status: Type.Optional(Type.Boolean()),
  expiration_date_value: Type.Optional(Time),
  redemption_times_status: Type.Optional(Type.Boolean()),
  redemption_times_value: Type.Optional(Times),
  metadata: Type.Optional(Metadata),
}

export const PromotionCodeChanges = Type.Object(codeProperties)

/** The coupon by its code, or by its number as older clients do. */
export const PromotionCodeBody = Type.Object({
  ...codeProperties,
  coupon_uuid: Type.Optional(Type.String({ maxLength: 255 })),
  coupon_id: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
})

export const PromotionCodePath = Type.Object({ code: Type.String() })

export const CouponBody = Type.Object({
  uuid_code: Type.Optional(Code(255)),
  name: Type.Optional(Type.String({ maxLength: 255 })),
  active: Type.Optional(Type.Boolean()),
  coupon_discount_type: Type.Enum(['percent', 'static']),
  coupon_discount_amount: Amount,
  coupon_duration_type: Type.Enum(['once', 'hours', 'days', 'months', 'years', 'lifetime']),
  coupon_duration_value: Type.Optional(Times),
  redemption_specific_date_status: Type.Optional(Type.Boolean()),
  redemption_specific_date_value: Type.Optional(Time),
  redemption_times_status: Type.Optional(Type.Boolean()),
  redemption_times_value: Type.Optional(Times),
  promotion_codes: Type.Optional(
    Type.Unsafe<PromotionCodeEntry[] | Record<string, never>>({
      anyOf: [
        { type: 'array', maxItems: 100, items: { anyOf: [PromotionCodeChanges, Code(100)] } },
        { type: 'object', maxProperties: 0 },
      ],
      description: 'a list of codes, each a text or an object',
    }),
  ),
  metadata: Type.Optional(Metadata),
  sync: Type.Optional(Type.Object({ provider: Type.Optional(Type.String({ maxLength: 64 })) })),
})

type PromotionCodeEntry = string | Static<typeof PromotionCodeChanges>

export const CouponChanges = Type.Object({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  active: Type.Optional(Type.Boolean()),
})

export const CouponPath = Type.Object({ uuid_code: Type.String() })
