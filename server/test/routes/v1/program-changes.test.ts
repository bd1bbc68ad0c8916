import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('a program on $name', (database) => {
  const server = startTestServer(database)

  it('is shown whole to an affiliate client', async () => {
    const { api, id } = await createTestProgram(server)
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    await api.post('/partners', { key: 'joe', email: 'joe@example.com', approved: false })
    await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    await api.post('/transactions', { customer: { key: 'c1' }, amount: 100 })
    await api.post('/transactions', { customer: { key: 'c1' }, amount: 50 })
    await api.post('/transactions', { customer: { key: 'c1' }, amount: 10, amount_units: 'EUR' })
    await api.post('/payout_requests', { partner: { key: 'jane' }, amount_units: 'EUR' })

    const { data, status } = (await api.get('/program')).body
    expect(status).toBe(1)
    expect(data.program).toMatchObject({ public_id: id, type: 'Affiliate', name: 'Api Test' })
    expect(data.stats).toMatchObject({
      total_partners: '2',
      total_purchases: '3',
      total_revenue: { eur: '€10.00', usd: '$150.00' },
      total_paid: ['0'],
      total_pending: { eur: '€3.00', usd: '$45.00' },
      net_profit: 105,
      net_profit_formatted: '$105.00',
      average_order_value: { eur: '€10.00', usd: '$75.00' },
      rewards_breakdown: {
        unclaimed: { eur: '€0.00', usd: '$45.00' },
        in_review: { eur: '€3.00' },
        paid: { usd: '$0.00' },
      },
      partner_activity: { active: 1, pending: 1 },
      payout_status_breakdown: { requested: 1 },
    })
    expect(data.program_settings).toMatchObject({
      currency: 'USD',
      cookie_lifetime: '30',
      commission_description: '30%, lifetime',
      commission_value: '30%',
      has_multiple_commissions: false,
      payout_threshold: 0,
    })
    expect(data.portal_settings).toEqual({})
  })

  it('is shown whole to a refer-a-friend client', async () => {
    const { api } = await createTestProgram(server, { type: 'refer_a_friend' })
    await api.post('/customers', { id: 'anna' })
    const { data } = (await api.get('/program')).body
    expect(data.program.type).toBe('Referral')
    expect(data.stats).toMatchObject({ total_customers: 1, total_sales: 0, net_profit: 0 })
    expect(data.program_settings.commission_description).toBe('5 USD, lifetime')
  })

  it('is changed, what is left out stays', async () => {
    const { api } = await createTestProgram(server)
    const answer = await api.put('/program', {
      name: 'New name',
      website: 'https://new.example/',
      program_settings: { currency: 'eur', cookie_lifetime: 7, onboarding_enabled: true },
      portal_settings: { leads_page_enabled: true, widget_enabled: false },
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ status: 1, message: 'Program updated successfully' })
    await api.put('/program', { portal_settings: { widget_enabled: true } })
    const { data } = (await api.get('/program')).body
    expect(data.program).toMatchObject({ name: 'New name', website: 'https://new.example' })
    expect(data.program_settings).toMatchObject({
      currency: 'EUR',
      cookie_lifetime: '7',
      onboarding_enabled: true,
    })
    expect(data.portal_settings).toEqual({ leads_page_enabled: true, widget_enabled: true })
  })

  it.each([
    [{ website: 'shop' }, 'website', 'The website format is invalid.'],
    [{ name: '' }, 'name', 'The name must not be empty.'],
    [
      { program_settings: { currency: 'XXX' } },
      'program_settings.currency',
      'The program_settings.currency must be a currency of ISO 4217, such as USD.',
    ],
  ])('refuses the change %j', async (body, field, reason) => {
    const { api } = await createTestProgram(server)
    const answer = await api.put('/program', body)
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ status: 0, errors: { [field]: [reason] } })
  })

  it('has settings that are read as they are set', async () => {
    const { api, id } = await createTestProgram(server)
    const settings = {
      parameter: 'via',
      url_format: 'link',
      cookie_lifetime: 'lifetime',
      attribution: 'first_click',
      strict_attribution: true,
      transaction_based_attribution: true,
      coupon_attribution: 'always',
      commission: '12.5%',
      commission_sales: 'every',
      commission_months: 12,
      consent: 'required',
      visitor_hashes: false,
      lead_retention_days: 90,
      click_retention_days: 60,
      webhook_log_days: 7,
      hold_days: 14,
      query_params: ['ref', 'partner'],
      cookie_domain: 'shop.example',
      domains: ['https://eu.shop.example'],
      partner_sign_up: 'approval',
    }
    const answer = await api.put('/settings', { settings })
    expect(answer.status).toBe(200)
    expect(answer.body.data).toEqual(settings)
    expect((await api.get('/settings')).body.data).toEqual(settings)
    await api.put('/settings', { settings: { commission_months: 'lifetime' } })
    expect((await api.get('/settings')).body.data.commission_months).toBe('lifetime')
    const script = await fetch(`${server.url}/program/${id}/settings/settings.js`)
    expect(await script.text()).toContain('"query_param","via"')
  })

  it.each([
    [{ settings: { commission: '200%' } }, 'settings.commission'],
    [{ settings: { hold_days: -1 } }, 'settings.hold_days'],
    [{ settings: { coupon_attribution: 'perhaps' } }, 'settings.coupon_attribution'],
    [{ settings: { parameter: 'a b' } }, 'settings.parameter'],
    [{ settings: { query_params: ['a b'] } }, 'settings.query_params.0'],
    [{ settings: { cookie_domain: 'shop' } }, 'settings.cookie_domain'],
    [{ settings: { domains: ['shop'] } }, 'settings.domains'],
    [{}, 'settings'],
  ])('refuses the settings %j', async (body, field) => {
    const { api } = await createTestProgram(server)
    const before = (await api.get('/settings')).body
    const answer = await api.put('/settings', body)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual([field])
    expect((await api.get('/settings')).body).toEqual(before)
  })
})
