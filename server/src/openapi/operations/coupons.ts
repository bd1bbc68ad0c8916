import { Type } from 'typebox'
import type { Operations } from '../operation.js'
import { deprecated } from './deprecated.js'

const coupon = {
  name: 'A quarter off',
  uuid_code: 'QUARTER',
  coupon_discount_type: 'percent',
  coupon_discount_amount: 25,
  coupon_duration_type: 'months',
  coupon_duration_value: 11,
}
const COUPON = { uuid_code: 'SUMMER' }
const CODE = { code: 'JOHN10' }
const newCode = { coupon_uuid: 'SUMMER', code: 'JOHN25' }

const NewCoupon = Type.Object({
  data: Type.Unsafe<object>({ $ref: '#/components/schemas/Coupon' }),
  message: Type.String(),
  synchronization_enabled: Type.Boolean(),
  synchronization_successful: Type.Boolean(),
  synchronization_message: Type.Union([Type.String(), Type.Null()]),
  status: Type.Literal(1),
})

export const coupons: Operations = {
  'GET /v1/coupons': {
    summary: 'List coupons',
    answer: { list: 'Coupon' },
    examples: [{ title: 'List coupons' }, { title: 'Find a coupon', query: { name: 'spring' } }],
  },
  'POST /v1/coupons': {
    summary: 'Create a coupon',
    answer: { raw: NewCoupon },
    examples: [{ title: 'A quarter off for eleven months', body: coupon }],
  },
  'GET /v1/coupons/{uuid_code}': {
    summary: 'Get a coupon',
    answer: 'Coupon',
    examples: [{ title: 'Get a coupon', path: COUPON }],
  },
  'PUT /v1/coupons/{uuid_code}': {
    summary: 'Update a coupon',
    answer: 'Coupon',
    examples: [{ title: 'Close a coupon', path: COUPON, body: { active: false } }],
  },
  'DELETE /v1/coupons/{uuid_code}': {
    summary: 'Delete a coupon',
    answer: 'done',
    examples: [{ title: 'Delete a coupon', path: COUPON }],
  },
  'GET /v1/promotion-codes': {
    summary: 'List promotion codes',
    answer: { list: 'PromotionCode' },
    examples: [{ title: 'List codes' }, { title: 'Find a code', query: { code: 'spring' } }],
  },
  'POST /v1/promotion-codes': {
    summary: 'Create a promotion code',
    description: 'A code that is tied to a partner can earn that partner the credit.',
    answer: 'PromotionCode',
    examples: [
      {
        title: "Create a partner's code",
        body: {
          ...newCode,
          limit_to_specific_partner: true,
          coupon_specific_partners: { id: 'partner_123', full_name: 'John Doe' },
        },
      },
    ],
  },
  'POST /v1/promotion-code': {
    summary: 'Create a promotion code (older clients)',
    description: deprecated,
    answer: 'PromotionCode',
    examples: [{ title: 'Create a code', body: newCode }],
  },
  'GET /v1/promotion-codes/{code}': {
    summary: 'Get a promotion code',
    answer: 'PromotionCode',
    examples: [{ title: 'Get a code', path: CODE }],
  },
  'PUT /v1/promotion-codes/{code}': {
    summary: 'Update a promotion code',
    answer: 'PromotionCode',
    examples: [{ title: 'First orders only', path: CODE, body: { first_time_order: true } }],
  },
  'DELETE /v1/promotion-codes/{code}': {
    summary: 'Delete a promotion code',
    answer: 'done',
    examples: [{ title: 'Delete a code', path: CODE }],
  },
}
