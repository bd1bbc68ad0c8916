import { expect } from 'vitest'
import type { Client } from './client.js'

/**
 * n8n-nodes-partnero. It lifts `data` out of every answer but those of archive, unarchive and delete,
 * and follows `links.next` until there is none.
 */
export const n8n: Client = {
  name: 'n8n node',
  headers: { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'n8n' },
  reads: (body) => 'data' in body || 'status' in body,
  // biome-ignore format: one call is one line.
  calls: {
    affiliate: [
      ['credentials', 'GET /test', undefined, 200, { data: expect.any(Object) }],

      ['partner: create', 'POST /partners', { email: 'jane@example.com', id: 'jane', key: 'jane', name: 'Jane', tags: ['premium'] }, 200, { data: { id: 'jane', tags: [{ value: 'premium' }] } }],
      ['partner: get by key', 'GET /partner?key=jane', undefined, 200, { data: { id: 'jane' } }],
      ['partner: get by e-mail', 'GET /partner?email=jane@example.com', undefined, 200, { data: { id: 'jane' } }],
      ['partner: get by id', 'GET /partner?id=jane', undefined, 200, { data: { id: 'jane' } }],
      ['partner: getAll', 'GET /partners?limit=100&sort=desc', undefined, 200, { data: [{ id: 'jane' }], links: { next: null } }],
      ['partner: search', 'GET /partners:search?key=jane', undefined, 200, { data: [{ id: 'jane' }] }],
      ['partner: update', 'PUT /partners/jane', { name: 'Janet', tags: [] }, 200, { data: { name: 'Janet', tags: [] } }],
      ['partner: addReward', 'POST /partners/jane/reward', { amount: 12.5, date: '2026-01-31T00:00:00.000Z', note: 'Thank you' }, 200, { data: expect.any(Object) }],
      ['partner: getReferralLinks', 'GET /partners/jane/referral_links?limit=50', undefined, 200, { data: [{ key: 'jane' }] }],
      ['partner: getSignInUrl', 'POST /partners:sign-in-url', { key: 'jane', expires_in: 120 }, 200, { data: expect.any(Object) }],
      ['partner: archive', 'POST /partners/jane/archive', undefined, 200, { status: 1 }],
      ['partner: archive again', 'POST /partners/jane/archive', undefined, 400, { status: 0 }],
      ['partner: unarchive', 'POST /partners/jane/revoke-archive', undefined, 200, { status: 1 }],

      ['customer: create', 'POST /customers', { key: 'customer_1', email: 'jo@example.com', name: 'Jo', partner: { key: 'jane' } }, 200, { data: { key: 'customer_1' } }],
      ['customer: get', 'GET /customers/customer_1', undefined, 200, { data: { key: 'customer_1' } }],
      ['customer: getAll', 'GET /customers?limit=50&sort=desc&partner_key=jane', undefined, 200, { data: [{ key: 'customer_1' }] }],
      ['customer: search', 'GET /customers:search?email=jo@example.com', undefined, 200, { data: [{ key: 'customer_1' }] }],
      ['customer: update', 'PUT /customers/customer_1', { name: 'Joanna' }, 200, { data: { name: 'Joanna' } }],

      ['transaction: create', 'POST /transactions', { customer: { key: 'customer_1' }, key: 'sale_1', amount: 90, amount_units: 'USD', action: 'sale', created_at: '2026-01-31T12:00:00.000Z', gross_amount: 100, discount_amount: 10, discount_code: 'TENNER' }, 200, { data: { key: 'sale_1', created_at: '2026-01-31T12:00:00.000000Z' } }],
      ['transaction: get', 'GET /transactions/sale_1', undefined, 200, { data: { key: 'sale_1' } }],
      ['transaction: getAll', 'GET /transactions?limit=50&sort=asc&partner_email=jane@example.com', undefined, 200, { data: [{ key: 'sale_1' }] }],
      ['customer: getTransactions', 'GET /customers/customer_1/transactions?limit=50', undefined, 200, { data: [{ key: 'sale_1' }] }],
      ['transaction: archive', 'POST /transactions/sale_1/archive', undefined, 200, { status: 1 }],
      ['transaction: unarchive', 'POST /transactions/sale_1/revoke-archive', undefined, 200, { status: 1 }],

      ['payoutRequest: create', 'POST /payout_requests', { partner: { key: 'jane' }, amount_units: 'USD', gateway: 'paypal', payout_settings: { username: 'jane', address: 'jane@example.com', name: 'Jane Doe' } }, 200, { data: { id: 1, status: 'requested' } }],
      ['payoutRequest: get', 'GET /payout_requests/1', undefined, 200, { data: { id: 1 } }],
      ['payoutRequest: getAll', 'GET /payout_requests?limit=50&sort=desc', undefined, 200, { data: [{ id: 1 }] }],
      ['payoutRequest: search', 'GET /payout_requests:search?partner_key=jane&status=requested', undefined, 200, { data: [{ id: 1 }] }],
      ['payoutRequest: approve', 'POST /payout_requests/1/approve', undefined, 200, { data: { status: 'approved' } }],
      ['payoutRequest: markAsPaid', 'POST /payout_requests/1/mark_as_paid', undefined, 200, { data: { id: 1 } }],

      ['transaction: delete', 'DELETE /transactions/sale_1', undefined, 200, { status: 1 }],

      ['lead: create', 'POST /leads', { name: 'Alice Brown', email: 'alice@example.com', partner: { key: 'jane' } }, 201, { data: { id: 1, status: 'submitted', submitter: { id: 'jane' } } }],
      ['lead: get', 'GET /leads/1', undefined, 200, { data: { id: 1, can_be_converted: true } }],
      ['lead: getAll', 'GET /leads?limit=50&sort=desc', undefined, 200, { data: [{ id: 1 }] }],
      ['lead: convert', 'POST /leads/convert', { id: 1, commission_transaction_amount: 100 }, 200, { data: { status: 'converted', can_be_converted: false } }],
      ['lead: create another', 'POST /leads', { name: 'Cem', email: 'cem@example.com', partner: { email: 'jane@example.com' } }, 201, { data: { id: 2 } }],
      ['lead: reject', 'POST /leads/reject', { id: 2 }, 200, { data: { status: 'rejected' } }],
      ['lead: delete', 'DELETE /leads/2', undefined, 200, { status: 1 }],

      ['trigger: register', 'POST /webhooks', { name: 'n8n', url: 'https://n8n.example/webhook/1', events: ['partner.created', 'lead.submitted'], key: 'n8n_hook' }, 200, { data: { key: 'n8n_hook', signature: expect.any(String) } }],
      ['trigger: is it there?', 'GET /webhooks/n8n_hook', undefined, 200, { data: { key: 'n8n_hook' } }],
      ['trigger: unregister', 'DELETE /webhooks/n8n_hook', undefined, 200, { status: 1 }],

      ['customer: archive', 'POST /customers/customer_1/archive', undefined, 200, { status: 1 }],
      ['customer: unarchive', 'POST /customers/customer_1/revoke-archive', undefined, 200, { status: 1 }],
      ['customer: delete', 'DELETE /customers/customer_1', undefined, 200, { status: 1 }],
      ['partner: delete', 'DELETE /partners/jane', undefined, 200, { status: 1 }],
    ],
    refer_a_friend: [
      ['customer: create', 'POST /customers', { id: 'friend_1', email: 'ann@example.com' }, 200, { data: { id: 'friend_1' } }],
      ['customer: create, referred', 'POST /customers', { id: 'friend_2', email: 'bob@example.com', referring_customer: { id: 'friend_1' } }, 200, { data: { id: 'friend_2' } }],
      ['customer: search by key', 'GET /customers:search?key=friend_1', undefined, 200, { data: [{ id: 'friend_1' }] }],
      ['customer: update', 'PUT /customers/friend_2', { name: 'Bob' }, 200, { data: { name: 'Bob' } }],
      ['transaction: create', 'POST /transactions', { customer: { id: 'friend_2' }, key: 'sale_1', amount: 20 }, 200, { data: { customer: 'friend_1', referred_customer: 'friend_2' } }],
      ['customer: getTransactions', 'GET /customers/friend_2/transactions?limit=50', undefined, 200, { data: [{ key: 'sale_1' }] }],
    ],
    newsletter: [
      ['credentials', 'GET /test', undefined, 200, { data: expect.any(Object) }],
      ['trigger: register', 'POST /webhooks', { name: 'n8n', url: 'https://n8n.example/webhook/1', events: ['subscriber.created'] }, 200, { data: { key: expect.any(String), signature: expect.any(String) } }],
      ['trigger: register for another kind', 'POST /webhooks', { name: 'n8n', url: 'https://n8n.example/webhook/1', events: ['partner.created'] }, 422, { status: 0 }],
    ],
  },
}
