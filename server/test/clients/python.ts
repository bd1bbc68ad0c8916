import { expect } from 'vitest'
import type { Client } from './client.js'

/**
 * partnero-sdk 0.4.0 (Python). It sends `null` for what is not given, and flat updates. It reads every
 * answer as JSON, that of a deletion as well.
 */
export const python: Client = {
  name: 'partnero-sdk (Python)',
  headers: {
    'content-type': 'application/json',
    accept: '*/*',
    'user-agent': 'python-requests/2.32',
  },
  reads: (body) => typeof body === 'object',
  // biome-ignore format: one call is one line.
  calls: {
    affiliate: [
      ['partner.create', 'POST /partners', { email: 'jane@example.com', name: 'Jane', surname: null, password: 'Secret-123', id: null, key: null }, 200, { data: { email: 'jane@example.com', id: expect.any(String) } }],
      ['partner.create with names', 'POST /partners', { email: 'max@example.com', name: 'Max', surname: 'Doe', password: 'Secret-123', id: 'max', key: 'max' }, 200, { data: { id: 'max' } }],
      ['partner.list', 'GET /partners?limit=10&page=1', undefined, 200, { data: [{ id: 'max' }, {}] }],
      ['partner.get_partner by e-mail', 'GET /partners:search?email=max@example.com', undefined, 200, { data: [{ id: 'max' }] }],
      ['partner.get_partner by name', 'GET /partners:search?name=Max', undefined, 200, { data: [{ id: 'max' }] }],
      ['partner.get_partner by id', 'GET /partners:search?id=max', undefined, 200, { data: [{ id: 'max' }] }],
      ['partner.update', 'PUT /partners/max', { email: 'max@example.org', name: null, surname: 'Roe', password: null }, 200, { data: { email: 'max@example.org', name: 'Max', surname: 'Roe' } }],

      ['customer.create', 'POST /customers', { partner: { key: 'max' }, key: 'customer_1', email: 'jo@example.com', name: 'Jo' }, 200, { data: { key: 'customer_1', partner: 'max' } }],
      ['customer.list', 'GET /customers?limit=10&page=1', undefined, 200, { data: [{ key: 'customer_1' }] }],
      ['customer.get_customer by e-mail', 'GET /customers:search?email=jo@example.com', undefined, 200, { data: [{ key: 'customer_1' }] }],
      ['customer.get_customer by key', 'GET /customers:search?key=customer_1', undefined, 200, { data: [{ key: 'customer_1' }] }],
      ['customer.update', 'PUT /customers/customer_1', { email: 'jo@example.org', name: 'Joanna' }, 200, { data: { email: 'jo@example.org', name: 'Joanna' } }],

      ['transaction.create', 'POST /transactions', { customer: { key: 'customer_1' }, key: 'sale_1', amount: 99.99, amount_units: 'USD', product_id: null, product_type: null, action: 'sale' }, 200, { data: { key: 'sale_1' } }],
      ['transaction.list', 'GET /transactions?limit=10&page=1', undefined, 200, { data: [{ key: 'sale_1' }] }],
      ['customer.get_customer_transactions', 'GET /customers/customer_1/transactions?limit=10&page=1', undefined, 200, { data: [{ key: 'sale_1' }] }],
      ['transaction.delete', 'DELETE /transactions/sale_1', undefined, 200, { status: 1 }],

      ['webhook.create', 'POST /webhooks', { name: 'Hook', url: 'https://receiver.example/hook', events: ['customer.created'], key: 'hook_1', is_active: true }, 200, { data: { key: 'hook_1', signature: expect.any(String) } }],
      ['webhook.list', 'GET /webhooks?limit=10&page=1', undefined, 200, { data: [{ key: 'hook_1' }] }],
      ['webhook.fetch', 'GET /webhooks/hook_1', undefined, 200, { data: { key: 'hook_1' } }],
      ['webhook.update', 'PUT /webhooks/hook_1', { name: 'Renamed', url: null, events: null, is_active: null }, 200, { data: { name: 'Renamed' } }],
      ['webhook.delete', 'DELETE /webhooks/hook_1', undefined, 200, { status: 1 }],

      ['coupon.create', 'POST /coupons', { name: 'A quarter off', uuid_code: 'QUARTER', active: true, coupon_discount_type: 'percent', coupon_discount_amount: 25, coupon_duration_type: 'months', coupon_duration_value: 11, redemption_times_value: 24 }, 200, { data: { uuid_code: 'QUARTER' } }],
      ['coupon.list', 'GET /coupons?limit=10&page=1', undefined, 200, { data: [{ uuid_code: 'QUARTER' }] }],
      ['coupon.fetch', 'GET /coupons/QUARTER', undefined, 200, { data: { uuid_code: 'QUARTER', active: true } }],
      ['coupon.update', 'PUT /coupons/QUARTER', { name: 'Renamed', active: false }, 200, { data: { name: 'Renamed', active: false } }],
      ['promotion_code.create', 'POST /promotion-codes', { coupon_uuid: 'QUARTER', code: 'JANE25', first_time_order: false, limit_to_specific_partner: false, coupon_specific_partners: [] }, 200, { data: { code: 'JANE25' } }],
      ['promotion_code.list', 'GET /promotion-codes?limit=10&page=1', undefined, 200, { data: [{ code: 'JANE25' }] }],
      ['promotion_code.fetch', 'GET /promotion-codes/JANE25', undefined, 200, { data: { code: 'JANE25' } }],
      ['promotion_code.update', 'PUT /promotion-codes/JANE25', { first_time_order: true }, 200, { data: { first_time_order: true } }],
      ['promotion_code.delete', 'DELETE /promotion-codes/JANE25', undefined, 200, { status: 1 }],
      ['coupon.delete', 'DELETE /coupons/QUARTER', undefined, 200, { status: 1 }],

      ['customer.delete', 'DELETE /customers/customer_1', undefined, 200, { status: 1 }],
      ['partner.delete', 'DELETE /partners/max', undefined, 200, { status: 1 }],
    ],
  },
}
