import { expect } from 'vitest'
import type { Client } from './client.js'

const person = { email: 'jo@example.com', name: 'Jo', surname: 'Doe' }

const sale = {
  amount: 90,
  amount_units: 'USD',
  action: 'sale',
  product_id: [12, 14],
  product_type: ['simple'],
}

/**
 * The WordPress plugin, 1.3.7 (affiliate) and its successor (refer-a-friend). It takes a record for
 * missing when `status` is falsy, and creates it then; with a truthy one it goes on with `data`.
 */
export const wordpress: Client = {
  name: 'WordPress plugin',
  headers: {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': 'WordPress/6.8',
  },
  reads: (body) => body.status === 1 || body.status === 0,
  // biome-ignore format: one call is one line.
  calls: {
    affiliate: [
      ['connect', 'GET /test', undefined, 200, { status: 1, data: { program: { pub_id: expect.stringMatching(/^[A-Z][A-Z0-9]{7}$/) } } }],
      ['(the partner, from the portal)', 'POST /partners', { key: 'jane', email: 'jane@example.com' }, 200, {}],

      ['sign-up: is it known?', 'GET /customers/wpc_PROGRAM_12', undefined, 404, { status: 0 }],
      ['sign-up', 'POST /customers', { partner: { key: 'jane' }, customer: { key: 'wpc_PROGRAM_12', ...person } }, 200, { status: 1, data: { key: 'wpc_PROGRAM_12' } }],
      ['sign-up by a cookie of nobody', 'POST /customers', { partner: { key: 'newsletter' }, customer: { key: 'wpc_PROGRAM_13', email: 'kim@example.com', name: 'Kim', surname: 'Doe' } }, 200, { status: 0, message: expect.any(String) }],

      ['order: is it known?', 'GET /transactions/wpt_PROGRAM_90', undefined, 404, { status: 0 }],
      ['order: is the customer known?', 'GET /customers/wpc_PROGRAM_12', undefined, 200, { status: 1, data: { key: 'wpc_PROGRAM_12' } }],
      ['order', 'POST /transactions', { customer: { key: 'wpc_PROGRAM_12' }, key: 'wpt_PROGRAM_90', ...sale }, 200, { status: 1, data: { key: 'wpt_PROGRAM_90', rewards: [{ amount: 27 }] } }],
      ['order completed: is it known?', 'GET /transactions/wpt_PROGRAM_90', undefined, 200, { status: 1, data: { key: 'wpt_PROGRAM_90' } }],
      ['refund', 'DELETE /transactions', { key: 'wpt_PROGRAM_90' }, 200, { status: 1 }],

      ['guest order: customer', 'POST /customers', { partner: { key: 'jane' }, customer: { key: 'wpt_PROGRAM_91', email: 'guest@example.com', name: 'Guest', surname: '' } }, 200, { data: { key: 'wpt_PROGRAM_91' } }],
      ['guest order', 'POST /transactions', { customer: { key: 'wpt_PROGRAM_91' }, key: 'wpt_PROGRAM_91', ...sale, product_id: 12, product_type: 'simple' }, 200, { data: { key: 'wpt_PROGRAM_91' } }],
      ['guest refund', 'DELETE /transactions', { key: 'wpt_PROGRAM_91' }, 200, { status: 1 }],
      ['guest refund: customer', 'DELETE /customers/wpt_PROGRAM_91', undefined, 200, { status: 1 }],

      ['dashboard', 'GET /program/overview', undefined, 200, { status: 1, data: { total_partners: '1', total_revenue: expect.any(Object), total_reward: expect.any(Object), total_paid: expect.any(Object), overview_program_current_settings: { program_initials: expect.any(String), program_type_title: 'Affiliate', program_name: expect.any(String), partner_portal_url: expect.any(String), commission_description: expect.any(String), cookie_lifetime: '30', payout_threshold: expect.any(Number), currency: 'USD' } } }],
    ],
    refer_a_friend: [
      ['sign-up', 'POST /customers', { id: 'wpc_PROGRAM_12', ...person }, 200, { status: 1, data: { id: 'wpc_PROGRAM_12' } }],
      ['sign-up: what is the link?', 'GET /customers/wpc_PROGRAM_12', undefined, 200, { data: { id: 'wpc_PROGRAM_12', referral_link: expect.stringContaining('?ref=') } }],
      ['sign-up by a friend', 'POST /customers', { id: 'wpc_PROGRAM_13', email: 'kim@example.com', name: 'Kim', surname: 'Doe', referring_customer: { id: 'wpc_PROGRAM_12' } }, 200, { data: { id: 'wpc_PROGRAM_13' } }],
      ['order', 'POST /transactions', { customer: { id: 'wpc_PROGRAM_13' }, key: 'wpt_PROGRAM_92', ...sale }, 200, { status: 1, data: { key: 'wpt_PROGRAM_92' } }],
      ['refund', 'DELETE /transactions', { key: 'wpt_PROGRAM_92' }, 200, { status: 1 }],
    ],
  },
}
