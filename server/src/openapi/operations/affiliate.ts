import { Type } from 'typebox'
import type { Operations } from '../operation.js'

const JOHN = { id: 'partner_123' }
const JANE = { id: 'partner_456' }

const partners: Operations = {
  'GET /v1/partners': {
    summary: 'List partners',
    description: 'With an id, a key or an e-mail address it answers that one partner instead.',
    answer: { any: [{ list: 'PartnerRow' }, 'Partner'] },
    examples: [
      { title: 'List the newest partners', query: { limit: 2, page: 1, sort: 'desc' } },
      { title: 'Find one by e-mail address', query: { email: 'john.doe@example.com' } },
    ],
  },
  'POST /v1/partners': {
    summary: 'Create a partner',
    description: 'Id and key are made up where they are not given, each after the other.',
    answer: 'Partner',
    examples: [
      {
        title: 'Create a partner with a link of a known key',
        body: {
          id: 'partner_789',
          key: 'ref_789',
          email: 'mia@example.com',
          name: 'Mia',
          surname: 'Doe',
          tags: ['premium'],
        },
      },
      { title: 'Create a partner by e-mail address', body: { email: 'kim@example.com' } },
    ],
  },
  'PUT /v1/partners': {
    summary: 'Update the partner that the body names',
    answer: 'Partner',
    examples: [{ title: 'Rename', body: { key: 'ref_123', update: { name: 'Johnny' } } }],
  },
  'DELETE /v1/partners': {
    summary: 'Delete the partner that is named',
    answer: 'done',
    examples: [{ title: 'Delete by key', query: { key: 'ref_456' } }],
  },
  'GET /v1/partners:search': {
    summary: 'Search partners',
    description: 'Parts of values match; several terms must all match.',
    answer: { list: 'PartnerRow' },
    examples: [{ title: 'Search by a part of the key', query: { key: 'ref_1' } }],
  },
  'POST /v1/partners:sign-in-url': {
    summary: 'Create an address that signs a partner in once',
    answer: 'SignInUrl',
    examples: [{ title: 'For two minutes', body: { key: 'ref_123', expires_in: 120 } }],
  },
  'GET /v1/partners/{id}': {
    summary: 'Get a partner',
    description: 'By id, by the key of any of the links, or by e-mail address.',
    answer: 'Partner',
    examples: [{ title: 'Get by id', path: JOHN }],
  },
  'PUT /v1/partners/{id}': {
    summary: 'Update a partner',
    description: 'Flat, or below `update`. What is left out stays.',
    answer: 'Partner',
    examples: [{ title: 'Tag and rename', path: JOHN, body: { name: 'Johnny', tags: ['gold'] } }],
  },
  'DELETE /v1/partners/{id}': {
    summary: 'Delete a partner for good',
    answer: 'done',
    examples: [{ title: 'Delete by id', path: JANE }],
  },
  'POST /v1/partners/{id}/archive': {
    summary: 'Archive a partner',
    answer: 'done',
    examples: [{ title: 'Archive', path: JOHN }],
  },
  'POST /v1/partners/{id}/revoke-archive': {
    summary: 'Take a partner out of the archive',
    answer: 'done',
    examples: [{ title: 'Restore', path: { id: 'archived_partner' } }],
  },
  'POST /v1/partners/{id}/approve': {
    summary: 'Approve a partner',
    answer: 'done',
    examples: [{ title: 'Approve', path: { id: 'pending_partner' } }],
  },
  'POST /v1/partners/{id}/reject': {
    summary: 'Reject a partner',
    answer: 'done',
    examples: [{ title: 'Reject', path: { id: 'pending_partner' } }],
  },
  'POST /v1/partners/{id}/reward': {
    summary: 'Reward a partner beside all sales',
    answer: 'Reward',
    examples: [{ title: 'Say thank you', path: JOHN, body: { amount: 12.5, note: 'Thank you' } }],
  },
  'GET /v1/partners/{id}/referral_links': {
    summary: "List a partner's referral links",
    answer: { list: 'ReferralLink' },
    examples: [{ title: 'List links', path: JOHN }],
  },
}

const deprecated = 'Kept for older clients.'

const singular: Operations = {
  'GET /v1/partner': {
    summary: 'Get the partner that is named',
    answer: 'Partner',
    examples: [{ title: 'Get by key', query: { key: 'ref_123' } }],
  },
  'POST /v1/partner': {
    summary: 'Create a partner (older clients)',
    description: deprecated,
    answer: 'Partner',
    examples: [{ title: 'Create', body: { key: 'ref_789', email: 'mia@example.com' } }],
  },
  'PUT /v1/partner': {
    summary: 'Update a partner (older clients)',
    description: deprecated,
    answer: 'Partner',
    examples: [{ title: 'Rename', body: { key: 'ref_123', update: { name: 'Johnny' } } }],
  },
  'DELETE /v1/partner': {
    summary: 'Delete a partner (older clients)',
    description: deprecated,
    answer: 'done',
    examples: [{ title: 'Delete', query: { key: 'ref_456' } }],
  },
}

const links: Operations = {
  'GET /v1/partner_referral_links': {
    summary: "List all partners' links",
    answer: { list: 'ReferralLink' },
    examples: [{ title: 'List links' }],
  },
  'GET /v1/partner_referral_links:domains': {
    summary: 'List the domains that links can lead to',
    answer: { list: 'LinkDomain' },
    examples: [{ title: 'List domains' }],
  },
  'GET /v1/partner_referral_links:search': {
    summary: "Search partners' links",
    answer: { list: 'ReferralLink' },
    examples: [{ title: 'Search by key', query: { key: 'ref_123' } }],
  },
  'POST /v1/partner_referral_links': {
    summary: 'Give a partner another link',
    answer: 'ReferralLink',
    status: 201,
    examples: [
      { title: 'Create a link', body: { key: 'ref_summer', partner: { id: 'partner_123' } } },
    ],
  },
  'GET /v1/partner_referral_links/{id}': {
    summary: "Get a partner's link",
    answer: 'ReferralLink',
    examples: [{ title: 'Get a link', path: { id: 'ref_123' } }],
  },
  'PUT /v1/partner_referral_links/{id}': {
    summary: "Update a partner's link",
    answer: 'ReferralLink',
    examples: [
      { title: 'Track directly', path: { id: 'ref_123' }, body: { direct_tracking: true } },
    ],
  },
  'DELETE /v1/partner_referral_links/{id}': {
    summary: "Delete a partner's link",
    answer: 'done',
    examples: [{ title: 'Delete a link', path: { id: 'ref_winter' } }],
  },
}

const RULE = { id: '0198b2f0-0000-7000-8000-000000000002' }
const rule = { name: 'Half of every yearly plan', commission: '50%', product_type: 'yearly' }

const rules: Operations = {
  'GET /v1/commission_rules': {
    summary: 'List commission rules',
    answer: { list: 'CommissionRule' },
    examples: [{ title: 'List rules' }],
  },
  'POST /v1/commission_rules': {
    summary: 'Create a commission rule',
    description: 'An exception from what the program pays, for the sales that come after.',
    answer: 'CommissionRule',
    examples: [{ title: 'Pay more for a kind of product', body: rule }],
  },
  'GET /v1/commission_rules/{id}': {
    summary: 'Get a commission rule',
    answer: 'CommissionRule',
    examples: [{ title: 'Get a rule', path: RULE }],
  },
  'PUT /v1/commission_rules/{id}': {
    summary: 'Replace a commission rule',
    answer: 'CommissionRule',
    examples: [{ title: 'Pay less', path: RULE, body: { ...rule, commission: '40%' } }],
  },
  'DELETE /v1/commission_rules/{id}': {
    summary: 'Delete a commission rule',
    answer: 'done',
    examples: [{ title: 'Delete a rule', path: RULE }],
  },
}

const LEAD = { id: 1 }
const conversion = { id: 1, commission_transaction_amount: 100 }

const leads: Operations = {
  'GET /v1/leads': {
    summary: 'List leads',
    answer: { list: 'Lead' },
    examples: [{ title: 'List leads', query: { sort: 'asc' } }],
  },
  'POST /v1/leads': {
    summary: 'Submit a lead',
    answer: 'Lead',
    status: 201,
    examples: [
      {
        title: 'Submit a lead',
        body: { name: 'Cem Brown', email: 'cem@example.com', partner: { key: 'ref_123' } },
      },
    ],
  },
  'GET /v1/leads/details': {
    summary: 'Get what is asked of leads',
    answer: 'LeadForm',
    examples: [{ title: 'Get the form' }],
  },
  'PUT /v1/leads/details': {
    summary: 'Set what is asked of leads',
    answer: 'LeadForm',
    examples: [
      {
        title: 'Ask for the size of the company',
        body: {
          leads_enabled: true,
          leads_custom_form_fields: [{ type: 'text', title: 'Employees', required: false }],
        },
      },
    ],
  },
  'GET /v1/leads/convert': {
    summary: 'Convert a lead (older clients)',
    description: `${deprecated} It takes the scope write.`,
    answer: 'Lead',
    examples: [{ title: 'Convert', query: conversion }],
  },
  'POST /v1/leads/convert': {
    summary: 'Convert a lead into a customer',
    answer: 'Lead',
    examples: [{ title: 'Convert with a first sale', body: conversion }],
  },
  'GET /v1/leads/reject': {
    summary: 'Reject a lead (older clients)',
    description: `${deprecated} It takes the scope write.`,
    answer: 'Lead',
    examples: [{ title: 'Reject', query: LEAD }],
  },
  'POST /v1/leads/reject': {
    summary: 'Reject a lead',
    answer: 'Lead',
    examples: [{ title: 'Reject a lead', body: LEAD }],
  },
  'GET /v1/leads/{id}': {
    summary: 'Get a lead',
    answer: 'Lead',
    examples: [{ title: 'Get a lead', path: LEAD }],
  },
  'DELETE /v1/leads/{id}': {
    summary: 'Delete a lead',
    answer: 'done',
    examples: [{ title: 'Delete a lead', path: LEAD }],
  },
}

const PAYOUT = { id: 1 }

const payouts: Operations = {
  'GET /v1/payout_requests': {
    summary: 'List payout requests',
    answer: { list: 'PayoutRequest' },
    examples: [{ title: 'List requests' }],
  },
  'GET /v1/payout_requests:search': {
    summary: 'Search payout requests',
    answer: { list: 'PayoutRequest' },
    examples: [
      {
        title: 'Open requests of a partner',
        query: { partner_key: 'ref_123', status: 'requested' },
      },
    ],
  },
  'POST /v1/payout_requests': {
    summary: 'Request a payout',
    description: 'Of all that is unpaid in that currency.',
    answer: 'PayoutRequest',
    examples: [
      {
        title: 'Request a payout by PayPal',
        body: {
          partner: { key: 'ref_paid' },
          amount_units: 'USD',
          gateway: 'paypal',
          payout_settings: { username: 'paid', address: 'paid@example.com', name: 'Pat Paid' },
        },
      },
    ],
  },
  'GET /v1/payout_requests/{id}': {
    summary: 'Get a payout request',
    answer: 'PayoutRequest',
    examples: [{ title: 'Get a request', path: PAYOUT }],
  },
  'POST /v1/payout_requests/{id}/approve': {
    summary: 'Approve a payout request',
    answer: 'PayoutRequest',
    examples: [{ title: 'Approve a request', path: PAYOUT }],
  },
  'POST /v1/payout_requests/{id}/reject': {
    summary: 'Reject a payout request',
    answer: 'PayoutRequest',
    examples: [{ title: 'Reject a request', path: PAYOUT }],
  },
  'POST /v1/payout_requests/{id}/mark_as_paid': {
    summary: 'Mark an approved payout request as paid',
    answer: 'PayoutRequest',
    examples: [{ title: 'Mark as paid', path: { id: 2 } }],
  },
}

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

const coupons: Operations = {
  'GET /v1/coupons': {
    summary: 'List coupons',
    answer: { list: 'Coupon' },
    examples: [{ title: 'List coupons' }],
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
    examples: [{ title: 'List codes' }],
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

export const affiliate = {
  Partners: { ...partners, ...singular },
  "Partners' links": links,
  'Commission rules': rules,
  Leads: leads,
  'Payout requests': payouts,
  'Coupons and promotion codes': coupons,
} satisfies Record<string, Operations>
