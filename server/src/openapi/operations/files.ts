import type { Operations } from '../operation.js'

const SORTED =
  'From the newest to the oldest, or with `sort=asc` the other way round, without pages: however long it is. UTF-8 with a byte order mark, columns by name in the first line, and an apostrophe before what a spreadsheet would take for a formula.'

const file = (columns: string) => ({
  description: SORTED,
  answer: { text: 'text/csv', description: `RFC 4180. The columns: ${columns}.` },
})

export const files = {
  'Lists as files': {
    'GET /v1/partners.csv': {
      summary: 'Get partners as a file',
      ...file('id, key, email, name, surname, status, tags, referral_link, created_at'),
      examples: [
        { title: 'Get all partners as a file' },
        { title: 'Get those who wait as a file', query: { status: 'pending' } },
      ],
    },
    'GET /v1/customers.csv': {
      summary: 'Get customers as a file',
      ...file(
        'id, key, email, name, surname, status, flags, created_at; affiliate: partner, tags; refer-a-friend: referral_link',
      ),
      examples: [
        { title: 'Get all customers as a file' },
        { title: 'Get all friends as a file', program: 'refer_a_friend' },
      ],
    },
    'GET /v1/transactions.csv': {
      summary: 'Get sales as a file',
      ...file(
        'key, action, status, amount, amount_units, refunded_amount, discount_code, customer, created_at; affiliate: partner; refer-a-friend: referred_customer',
      ),
      examples: [
        { title: 'Get all sales as a file' },
        { title: 'Get all sales among friends as a file', program: 'refer_a_friend' },
      ],
    },
    'GET /v1/rewards.csv': {
      summary: 'Get rewards as a file',
      ...file(
        'id, key, state, beneficiary, amount, amount_units, reversed_amount, customer, note, created_at, approved_at, paid_at; affiliate: partner; refer-a-friend: referred_customer',
      ),
      examples: [
        { title: 'Get what is to be paid out as a file', query: { state: 'approved' } },
        { title: 'Get what friends earned as a file', program: 'refer_a_friend' },
      ],
    },
    'GET /v1/payout_requests.csv': {
      summary: 'Get payout requests as a file',
      ...file(
        'id, status, partner_id, partner_email, partner_name, amount, amount_units, gateway, created_at, paid_at',
      ),
      examples: [{ title: 'Get all payout requests as a file' }],
    },
    'GET /v1/leads.csv': {
      summary: 'Get leads as a file',
      ...file('id, status, name, email, partner_id, partner_email, customer, created_at'),
      examples: [{ title: 'Get all leads as a file' }],
    },
    'GET /v1/coupons.csv': {
      summary: 'Get coupons as a file',
      ...file(
        'uuid_code, name, active, coupon_discount_type, coupon_discount_amount, times_redeemed, created_at',
      ),
      examples: [{ title: 'Get all coupons as a file' }],
    },
    'GET /v1/promotion-codes.csv': {
      summary: 'Get promotion codes as a file',
      ...file('code, coupon, partner_id, partner_name, times_redeemed, created_at'),
      examples: [{ title: 'Get all promotion codes as a file' }],
    },
    'GET /v1/webhooks.csv': {
      summary: 'Get webhooks as a file',
      ...file('key, name, url, is_active, events, notice, created_at'),
      examples: [{ title: 'Get all webhooks as a file' }],
    },
    'GET /v1/subscribers.csv': {
      summary: 'Get subscribers as a file',
      ...file(
        'id, key, email, name, status, approved, is_referred, referrals_count, share_link, created_at',
      ),
      examples: [
        {
          title: 'Get who came by somebody as a file',
          program: 'newsletter',
          query: { refer_status: 'referred' },
        },
      ],
    },
    'GET /v1/rewards/{id}/subscribers.csv': {
      summary: 'Get who earned a reward as a file',
      ...file('id, key, email, name, rewarded_at'),
      examples: [{ title: 'Get who earned it as a file', program: 'newsletter', path: { id: 1 } }],
    },
  },
} satisfies Record<string, Operations>
