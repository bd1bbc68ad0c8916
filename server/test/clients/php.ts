import { expect } from 'vitest'
import type { Client } from './client.js'

const partner = { id: 'partner_1', email: 'jane@example.com', name: 'Jane' }
const link = { key: 'jane_2', default: false, is_additional: false }

/** What its link model sends beside what was set: each switch twice, in both spellings. */
const switches = {
  domain_id: null,
  is_additional: false,
  isAdditional: false,
  direct_tracking: false,
  directTracking: false,
  direct_tracking_redirect: false,
  directTrackingRedirect: false,
  direct_tracking_redirect_url: null,
  directTrackingRedirectUrl: null,
}

/**
 * partnero/partnero-php 1.0.23. What it lists or looks for it sends as the body of a GET, and where
 * there is nothing to send, `[]`.
 */
export const php: Client = {
  name: 'partnero-php',
  headers: {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': 'partnero-php/v1',
    'sdk-version': 'v1.0.23',
  },
  // It decodes 404 and 422 into an array with a text `message`, and throws where it cannot.
  reads: (body) =>
    body.status === 1 || (typeof body.message === 'string' && typeof body.errors === 'object'),
  // biome-ignore format: one call is one line.
  calls: {
    affiliate: [
      ['test', 'GET /test', [], 200, { data: { program: { pub_id: expect.any(String) } } }],

      ['partners.create', 'POST /partners', { ...partner, key: 'jane', password: 'Secret-123' }, 200, { data: partner }],
      ['partners.list', 'GET /partners', { limit: 10 }, 200, { data: [partner], meta: { per_page: 10 } }],
      ['partners.find by key', 'GET /partners/jane', { key: 'jane' }, 200, { data: partner }],
      ['partners.find by e-mail', 'GET /partners/', { email: 'jane@example.com' }, 200, { data: partner }],
      ['partners.find nobody', 'GET /partners/nobody', { key: 'nobody' }, 404, { message: expect.any(String) }],
      ['partners.update by key', 'PUT /partners', { update: { name: 'Janet' }, key: 'jane' }, 200, { data: { name: 'Janet' } }],
      ['partners.update by e-mail', 'PUT /partners', { update: { surname: 'Doe' }, email: 'jane@example.com' }, 200, { data: { name: 'Janet', surname: 'Doe' } }],
      ['partners.search', 'GET /partners:search?email=jane@example.com', [], 200, { data: [{ id: 'partner_1' }] }],

      ['customers.create', 'POST /customers', { key: 'jo+1@example.com', email: 'jo+1@example.com', name: 'Jo', partner: { key: 'jane' } }, 200, { data: { key: 'jo+1@example.com', partner: 'partner_1' } }],
      ['customers.create with a sale', 'POST /customers', { key: 'customer_2', partner: { email: 'jane@example.com' }, transaction: { key: 'sale_0', amount: 10, action: 'sale' } }, 200, { data: { key: 'customer_2' } }],
      ['customers.create again', 'POST /customers', { key: 'customer_2', partner: { key: 'jane' } }, 200, { data: { key: 'customer_2' } }],
      ['customers.list', 'GET /customers', { partner: { key: 'jane' }, limit: 1 }, 200, { data: [{ key: 'customer_2' }], links: { next: expect.stringContaining('page=2') } }],
      ['customers.find', 'GET /customers/jo+1@example.com', [], 200, { data: { name: 'Jo' } }],
      ['customers.update', 'PUT /customers', { key: 'customer_2', update: { name: 'Max', key: 'customer_3' } }, 200, { data: { key: 'customer_3', name: 'Max' } }],
      ['customers.search', 'GET /customers:search?key=customer_3', [], 200, { data: [{ key: 'customer_3' }] }],

      ['transactions.create', 'POST /transactions', { customer: { key: 'jo+1@example.com' }, key: 'sale_1', amount: '99.99', amount_units: 'USD', action: 'sale', product_id: 'prod_1', product_type: 'monthly', status: 'ok' }, 200, { data: { key: 'sale_1', amount: 99.99, rewards: [{ amount: 29.997 }] } }],
      ['transactions.archive', 'POST /transactions/sale_1/archive', { key: 'sale_1' }, 200, { status: 1 }],
      ['transactions.archive again', 'POST /transactions/sale_1/archive', { key: 'sale_1' }, 400, { status: 0 }],
      ['transactions.revokeArchived', 'POST /transactions/sale_1/revoke-archive', { key: 'sale_1' }, 200, { status: 1 }],
      ['transactions.delete', 'DELETE /transactions/sale_1', { key: 'sale_1' }, 200, { status: 1 }],

      ['partnerReferralLinks.create', 'POST /partner_referral_links', { ...link, ...switches, id: null, url: null, partner: { key: 'jane' } }, 201, { data: { id: 'jane_2', key: 'jane_2', url: 'https://shop.example?aff=jane_2' } }],
      ['partnerReferralLinks.list', 'GET /partners/partner_1/referral_links', { limit: 10 }, 200, { data: [{ key: 'jane_2' }, { key: 'jane', default: true }] }],
      ['partnerReferralLinks.get', 'GET /partner_referral_links/jane_2', [], 200, { data: { key: 'jane_2' } }],
      ['partnerReferralLinks.search', 'GET /partner_referral_links:search?key=jane_2', [], 200, { data: [{ key: 'jane_2' }] }],
      ['partnerReferralLinks.update', 'PUT /partner_referral_links/jane_2', { ...link, ...switches, directTracking: true }, 200, { data: { key: 'jane_2' } }],
      ['partnerReferralLinks.delete', 'DELETE /partner_referral_links/jane_2', [], 200, { status: 1 }],

      ['webhooks.create', 'POST /webhooks', { key: 'hook_1', name: 'Hook', url: 'https://receiver.example/hook', is_active: true, events: ['partner.created'] }, 200, { data: { key: 'hook_1', signature: expect.any(String) } }],
      ['webhooks.list', 'GET /webhooks', { limit: 10, page: 1 }, 200, { data: [{ key: 'hook_1' }] }],
      ['webhooks.find', 'GET /webhooks/hook_1', [], 200, { data: { key: 'hook_1' } }],
      ['webhooks.update', 'PUT /webhooks/hook_1', { key: 'hook_1', name: 'Renamed', is_active: false }, 200, { data: { name: 'Renamed', is_active: false } }],
      ['webhooks.delete', 'DELETE /webhooks/hook_1', [], 200, { status: 1 }],

      ['settings.update', 'PUT /settings', { settings: {} }, 200, { status: 1 }],

      ['customer (deprecated).create', 'POST /customer', { customer: { key: 'customer_4', name: 'Kim' }, partner: { key: 'jane' } }, 200, { data: { key: 'customer_4' } }],
      ['customer (deprecated).find', 'GET /customer', { key: 'customer_4' }, 200, { data: { name: 'Kim' } }],
      ['customer (deprecated).update', 'PUT /customer', { key: 'customer_4', update: { name: 'Kimberly' } }, 200, { data: { name: 'Kimberly' } }],
      ['customer (deprecated).delete', 'DELETE /customer', { key: 'customer_4' }, 200, { status: 1 }],
      ['partner (deprecated).create', 'POST /partner', { key: 'max', email: 'max@example.com' }, 200, { data: { email: 'max@example.com' } }],
      ['partner (deprecated).find', 'GET /partner', { key: 'max', email: null }, 200, { data: { email: 'max@example.com' } }],
      ['partner (deprecated).update', 'PUT /partner', { key: 'max', update: { name: 'Max' } }, 200, { data: { name: 'Max' } }],
      ['partner (deprecated).delete', 'DELETE /partner', { key: 'max', email: null }, 200, { status: 1 }],

      ['customers.delete', 'DELETE /customers/customer_3', [], 200, { status: 1 }],
      ['partners.delete', 'DELETE /partners', { key: 'jane' }, 200, { status: 1 }],
      ['partners.find deleted', 'GET /partners/jane', { key: 'jane' }, 404, { status: 0 }],
    ],
    refer_a_friend: [
      ['referrals.createReferring', 'POST /customers', { id: 'friend_1', key: 'ann', email: 'ann@example.com', name: 'Ann' }, 200, { data: { id: 'friend_1', referral_link: 'https://shop.example?ref=ann', referring_customer: null } }],
      ['referrals.createReferred', 'POST /customers', { id: 'friend_2', email: 'bob@example.com', referring_customer: { key: 'ann' } }, 200, { data: { id: 'friend_2', referring_customer: { id: 'friend_1' } } }],
      ['referrals.list', 'GET /customers', { limit: 10, page: 1, refer_status: 'referred' }, 200, { data: [{ id: 'friend_2' }] }],
      ['referrals.find', 'GET /customers/friend_1', [], 200, { data: { id: 'friend_1' } }],
      ['referrals.listReferred', 'GET /customers/friend_1/referrals', [], 200, { data: [{ id: 'friend_2' }] }],
      ['referrals.stats', 'GET /customers/friend_1/stats', [], 200, { data: expect.any(Object) }],
      ['referrals.search', 'GET /customers:search', { id: 'friend_2' }, 200, { data: [{ id: 'friend_2' }] }],
      ['referrals.update', 'PUT /customers', { id: 'friend_2', update: { name: 'Bob' } }, 200, { data: { name: 'Bob' } }],
      ['referrals.balance, empty', 'GET /customers/friend_1/balance', [], 200, { data: { customer: { id: 'friend_1' }, balance: [] } }],
      ['referrals.credit', 'POST /customers/friend_1/balance/credit', { amount: 3, amount_units: 'usd', is_currency: true }, 200, { status: 1 }],
      ['referrals.balance', 'GET /customers/friend_1/balance', [], 200, { data: { balance: { currency: [{ amount: 3, amount_units: 'USD', is_currency: true }] } } }],
      ['referrals.invite', 'POST /customers:invite', { email: 'cem@example.com', name: 'Cem', personalization: { plan: 'gold' } }, 200, { status: 1 }],
      ['customerReferralLinks.create', 'POST /customer_referral_links', { ...link, ...switches, key: 'ann_2', id: null, customer: { id: 'friend_1' } }, 201, { data: { key: 'ann_2' } }],
      ['customerReferralLinks.list', 'GET /customers/friend_1/referral_links', { limit: 10 }, 200, { data: [{ key: 'ann_2' }, { key: 'ann' }] }],
      ['customerReferralLinks.search', 'GET /customer_referral_links:search?customer[id]=friend_1', [], 200, { data: [{ key: 'ann_2' }, { key: 'ann' }] }],
      ['customerReferralLinks.get', 'GET /customer_referral_links/ann_2', [], 200, { data: { key: 'ann_2' } }],
      ['customerReferralLinks.update', 'PUT /customer_referral_links/ann_2', { ...switches }, 200, { data: { key: 'ann_2' } }],
      ['customerReferralLinks.delete', 'DELETE /customer_referral_links/ann_2', [], 200, { status: 1 }],
      ['transactions.create', 'POST /transactions', { customer: { id: 'friend_2' }, key: 'sale_1', amount: 20, action: 'sale' }, 200, { data: { customer: 'friend_1', referred_customer: 'friend_2' } }],
      ['referrals.delete', 'DELETE /customers/friend_2', [], 200, { status: 1 }],
    ],
    newsletter: [
      ['subscribers.create', 'POST /subscribers', { identifier: 'sub_1', email: 'ann@example.com', name: 'Ann', tos: true, marketing_consent: true, status: 'active', approved: true }, 200, { data: { email: 'ann@example.com', status: 'Active' } }],
      ['subscribers.create, referred', 'POST /subscribers', { id: 'sub_2', email: 'bob@example.com', referral: { email: 'ann@example.com' } }, 200, { data: { is_referred: true } }],
      ['subscribers.list', 'GET /subscribers', { limit: 10, page: 1, refer_status: 'referred' }, 200, { data: [{ email: 'bob@example.com' }] }],
      ['subscribers.find by id', 'GET /subscribers/sub_1', { id: 'sub_1' }, 200, { data: { email: 'ann@example.com' } }],
      ['subscribers.find by e-mail', 'GET /subscribers/', { email: 'ann@example.com' }, 200, { data: { email: 'ann@example.com' } }],
      ['subscribers.update', 'PUT /subscribers', { update: { name: 'Anna' }, id: 'sub_1' }, 200, { data: { name: 'Anna' } }],
      ['subscribers.search', 'GET /subscribers:search?email=ann@example.com', [], 200, { data: [{ name: 'Anna' }] }],
      ['subscribers.delete by e-mail', 'DELETE /subscribers', { email: 'bob@example.com' }, 200, { status: 1 }],
      ['subscribers.delete by id', 'DELETE /subscribers', { id: 'sub_1' }, 200, { status: 1 }],
    ],
  },
}
