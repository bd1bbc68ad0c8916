import { describe, expect, it } from 'vitest'
import { aClick } from '../../helpers/a-click.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('a program on $name', (database) => {
  const server = startTestServer(database)

  it('is told to whoever tries the key', async () => {
    const { id, api } = await createTestProgram(server)
    const answer = await api.get('/test', [])
    expect(answer.body).toEqual({
      data: {
        program: {
          pub_id: id,
          public_id: id,
          name: 'Api Test',
          type: 'affiliate',
          website: 'https://shop.example',
        },
      },
      status: 1,
    })
  })

  it('of the affiliate kind has an overview, its counts as texts', async () => {
    const { id, api, events } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    for (const _ of [1, 2, 3, 4]) await events.post('/clicks', aClick('jane'))
    for (const key of ['a', 'b']) await api.post('/customers', { key, partner: { key: 'jane' } })
    const sale = { customer: { key: 'a' } }
    await api.post('/transactions', { ...sale, key: 'order-1', amount: 1124.9 })
    await api.post('/transactions', { ...sale, key: 'order-2', amount: 10, amount_units: 'EUR' })
    await api.post('/transactions', { ...sale, key: 'order-3', amount: 5 })
    await api.delete('/transactions/order-3')

    const { status, body } = await api.get('/program/overview')
    expect(status).toBe(200)
    expect(body.status).toBe(1)
    expect(body.data).toEqual({
      program: {
        id: Number.parseInt(id, 36),
        public_id: id,
        website: 'https://shop.example',
        initial: 'AT',
        type: 'Affiliate',
        name: 'Api Test',
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        last_edited: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
      total_partners: '1',
      total_partners_growth: 0,
      total_purchases: '2',
      total_purchases_growth: 0,
      total_signups: '2',
      total_signups_growth: 0,
      total_paid_accounts: '1',
      total_paid_accounts_growth: 0,
      total_reward: { eur: '€3.00', usd: '$337.47' },
      total_reward_growth: 0,
      total_revenue: { eur: '€10.00', usd: '$1,124.90' },
      total_revenue_growth: 0,
      affiliate_referred_visitors_clicks: '4',
      affiliate_referred_visitors_clicks_growth: 0,
      click_to_signup_conversion: '50',
      click_to_signup_conversion_growth: 0,
      signup_to_sale_conversion: '50',
      signup_to_sale_conversion_growth: 0,
      total_paid: ['0'],
      total_pending: { eur: '€3.00', usd: '$337.47' },
      overview_program_current_settings: {
        commission_description: '30%, lifetime',
        program_name: 'Api Test',
        program_initials: 'AT',
        program_type_title: 'Affiliate',
        partner_portal_url: 'https://shop.example',
        currency: 'USD',
        cookie_lifetime: '30',
        payout_threshold: 0,
      },
    })
  })

  it('of the refer-a-friend kind has an overview, its counts as numbers', async () => {
    const { api } = await createTestProgram(server, { type: 'refer_a_friend' })
    await api.post('/customers', { id: 'a' })
    await api.post('/customers', { id: 'b', referring_customer: { id: 'a' } })
    await api.post('/transactions', { customer: { id: 'b' }, amount: 411.97 })

    const { body } = await api.get('/program/overview')
    expect(body.data).toMatchObject({
      program: { type: 'Referral' },
      active_rewards: 1,
      total_customers: 2,
      total_customers_before: 0,
      total_customers_growth: 0,
      total_referring_customers: 1,
      total_referred_customers: 1,
      total_sales: 1,
      participation: 50,
      total_revenue_from_sales: { usd: '$411.97' },
      overview_program_current_settings: { website_url: 'https://shop.example' },
    })
  })

  it('that is new has an overview of nothing', async () => {
    const { api } = await createTestProgram(server, { currency: 'JPY', cookie_lifetime_days: null })
    const { body } = await api.get('/program/overview')
    expect(body.data).toMatchObject({
      total_revenue: { jpy: '¥0' },
      total_pending: ['0'],
      overview_program_current_settings: { cookie_lifetime: 'lifetime' },
    })
  })
})
