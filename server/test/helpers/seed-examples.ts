import { expect } from 'vitest'
import type { ProgramType } from '../../src/store/database.js'
import type { Api } from './create-api.js'

/** What the ids of examples stand for: where ids are made up, the real ones. */
export type StandIns = Record<string, string>

/** Fills a program with all that the examples of the OpenAPI document speak of. */
export function seedExamples(api: Api, type: ProgramType): Promise<StandIns> {
  const seeds = {
    affiliate: seedAffiliate,
    refer_a_friend: seedFriends,
    newsletter: seedNewsletter,
  }
  return seeds[type](api)
}

async function seedAffiliate(api: Api): Promise<StandIns> {
  const { post, put } = insisting(api)
  await post('/partners', { id: 'partner_123', key: 'ref_123', email: 'john.doe@example.com' })
  await post('/partners', { id: 'partner_456', key: 'ref_456', email: 'jane@example.com' })
  for (const name of ['archived', 'paid', 'approved']) {
    await post('/partners', {
      id: `${name}_partner`,
      key: `ref_${name}`,
      email: `${name}@example.com`,
    })
  }
  await post('/partners/archived_partner/archive')
  await post('/partners', { id: 'pending_partner', email: 'pending@example.com', approved: false })
  await post('/partner_referral_links', { key: 'ref_winter', partner: { id: 'partner_123' } })

  const partner = { key: 'ref_123' }
  await post('/customers', { key: 'customer_123', email: 'alice@example.com', partner })
  await post('/customers', { key: 'archived_customer', partner })
  await post('/customers/archived_customer/archive')
  const customer = { key: 'customer_123' }
  await post('/transactions', { customer, key: 'transaction_123', amount: 99.99 })
  await post('/transactions', { customer, key: 'archived_transaction', amount: 10 })
  await post('/transactions/archived_transaction/archive')

  await post('/coupons', {
    uuid_code: 'SUMMER',
    coupon_discount_type: 'percent',
    coupon_discount_amount: 10,
    coupon_duration_type: 'once',
  })
  await post('/promotion-codes', { coupon_uuid: 'SUMMER', code: 'JOHN10' })
  await post('/leads', { name: 'Alice Brown', email: 'alice.brown@example.com', partner })

  for (const name of ['paid', 'approved'])
    await post(`/partners/${name}_partner/reward`, { amount: 5 })
  await post('/payout_requests', { partner, amount_units: 'USD' })
  await post('/payout_requests', { partner: { key: 'ref_approved' }, amount_units: 'USD' })
  await post('/payout_requests/2/approve')

  await put('/integrations/stripe', { secret: 'whsec_example' })
  await post('/webhooks', {
    key: 'hook_123',
    name: 'Back end',
    url: 'https://shop.example/webhooks',
    events: ['customer.created'],
  })
  await post('/customers', { key: 'customer_456', partner })
  const deliveries = await api.get('/webhooks/hook_123/deliveries')
  return {
    '0198b2f0-0000-7000-8000-000000000001': (await post('/api_keys', { name: 'Reports' })).id,
    '0198b2f0-0000-7000-8000-000000000002': (
      await post('/commission_rules', { name: 'Rule', commission: '50%', product_type: 'yearly' })
    ).id,
    '0198b2f0-0000-7000-8000-000000000003': deliveries.body.data[0].id,
  }
}

async function seedFriends(api: Api): Promise<StandIns> {
  const { post, put } = insisting(api)
  await put('/program', { portal_settings: { embeddable_form_enabled: true } })
  await post('/customers', { id: 'customer_456', key: 'ref_456', email: 'bob@example.com' })
  await post('/customers', { id: 'customer_457', referring_customer: { id: 'customer_456' } })
  await post('/customer_referral_links', { key: 'ref_winter', customer: { id: 'customer_456' } })
  const customer = { id: 'customer_457' }
  await post('/transactions', { customer, key: 'transaction_123', amount: 20 })
  return {}
}

async function seedNewsletter(api: Api): Promise<StandIns> {
  const { post } = insisting(api)
  await post('/rewards', { name: 'Sticker', subscribers_count: 1 })
  await post('/subscribers', { id: 'subscriber_123', email: 'ann@example.com' })
  const referral = { id: 'subscriber_123' }
  await post('/subscribers', { id: 'subscriber_456', email: 'bob@example.com', referral })
  return {}
}

/** The same calls, each of which must succeed; they return `data`. */
function insisting({ post, put }: Api) {
  const insist = (call: Api['post']) => async (path: string, body?: unknown) => {
    const answer = await call(path, body)
    expect(answer, path).toMatchObject({ body: { status: 1 } })
    return answer.body.data
  }
  return { post: insist(post), put: insist(put) }
}
