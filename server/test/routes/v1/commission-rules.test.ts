import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const DAY_MS = 24 * 60 * 60 * 1000

describe.each(databases)('commission rules on $name', (database) => {
  const server = startTestServer(database)

  /** Two partners, with a customer each. */
  async function programWithCustomers() {
    const program = await createTestProgram(server)
    for (const key of ['jane', 'joe']) {
      await program.api.post('/partners', { key, email: `${key}@example.com` })
      await program.api.post('/customers', { key: `of-${key}`, partner: { key } })
    }
    const sale = async (customer: string, more: Record<string, unknown> = {}) => {
      const body = { customer: { key: customer }, amount: 100, ...more }
      const answer = await program.api.post('/transactions', body)
      expect(answer.status).toBe(200)
      return answer.body.data
    }
    const earned = async (customer: string, more: Record<string, unknown> = {}) =>
      (await sale(customer, more)).rewards.map(({ amount }: { amount: number }) => amount)
    return { ...program, sale, earned }
  }

  it('are made, read, listed, replaced and deleted', async () => {
    const { api } = await programWithCustomers()
    const created = await api.post('/commission_rules', {
      name: 'Annual plans',
      commission: '12.50',
      product_type: 'annual',
      partner: { key: 'jane' },
      months: 12,
      hold_days: 30,
    })
    expect(created.status).toBe(200)
    const { id, ...rule } = created.body.data
    expect(rule).toMatchObject({
      name: 'Annual plans',
      beneficiary: 'referrer',
      commission: '12.5',
      currency: 'USD',
      sales: 'every',
      months: 12,
      hold_days: 30,
      partner: { id: 'jane', key: 'jane' },
      product_id: null,
      product_type: 'annual',
    })
    const listed = async (query = '') => (await api.get(`/commission_rules${query}`)).body.data
    expect(await listed()).toEqual([created.body.data])
    await api.post('/commission_rules', { commission: '20%' })
    for (const query of ['partner_key=jane', 'partner_id=jane', 'name=ANNUAL'])
      expect(await listed(`?${query}`)).toEqual([created.body.data])
    for (const query of ['partner_key=joe', 'partner_email=nobody@example.com', 'name=a%25'])
      expect(await listed(`?${query}`)).toEqual([])
    const replaced = await api.put(`/commission_rules/${id}`, { commission: '10%' })
    expect(replaced.body.data).toMatchObject({ id, commission: '10%', partner: null, name: '' })
    expect((await api.get(`/commission_rules/${id}`)).body.data).toEqual(replaced.body.data)
    expect((await api.delete(`/commission_rules/${id}`)).body).toEqual({ status: 1 })
    expect((await api.get(`/commission_rules/${id}`)).status).toBe(404)
  })

  it.each([
    [{ commission: '101%' }, 'commission'],
    [{ commission: 'much' }, 'commission'],
    [{ commission: '1.234' }, 'commission'],
    [{}, 'commission'],
    [{ commission: '5%', months: 0 }, 'months'],
    [{ commission: '5%', sales: 'second' }, 'sales'],
    [{ commission: '5%', partner: { key: 'nobody' } }, 'partner'],
    [{ commission: '5%', hold_days: -1 }, 'hold_days'],
  ])('refuse %j', async (body, field) => {
    const { api } = await programWithCustomers()
    const answer = await api.post('/commission_rules', body)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual([field])
    expect((await api.get('/commission_rules')).body.data).toEqual([])
  })

  it('pay by the most particular one, and else what the program pays', async () => {
    const { api, earned } = await programWithCustomers()
    await api.post('/commission_rules', { commission: '10%', product_type: 'monthly' })
    await api.post('/commission_rules', { commission: '20%', product_id: 'p1' })
    await api.post('/commission_rules', { commission: '40.00', partner: { key: 'jane' } })

    expect(await earned('of-joe')).toEqual([30])
    expect(await earned('of-joe', { product_type: 'monthly' })).toEqual([10])
    expect(await earned('of-joe', { product_type: 'monthly', product_id: 'p1' })).toEqual([20])
    expect(await earned('of-joe', { product_id: [7, 'p1'] })).toEqual([20])
    expect(await earned('of-jane', { product_id: 'p1' })).toEqual([40])
  })

  it('reward both sides', async () => {
    const { api, sale } = await programWithCustomers()
    await api.post('/commission_rules', { commission: '5.00', beneficiary: 'customer' })
    const { rewards } = await sale('of-jane')
    expect(rewards).toHaveLength(2)
    expect(rewards).toContainEqual(expect.objectContaining({ beneficiary: 'referrer', amount: 30 }))
    expect(rewards).toContainEqual(expect.objectContaining({ beneficiary: 'customer', amount: 5 }))
  })

  it('put the reward of both friends on their balances', async () => {
    const { api } = await createTestProgram(server, { type: 'refer_a_friend' })
    await api.post('/commission_rules', { commission: '3.00', beneficiary: 'customer' })
    await api.post('/customers', { id: 'anna' })
    await api.post('/customers', { id: 'bob', referring_customer: { id: 'anna' } })
    await api.post('/transactions', { key: 't1', customer: { id: 'bob' }, amount: 50 })
    const balance = async (id: string) =>
      (await api.get(`/customers/${id}/balance`)).body.data.balance
    const usd = (amount: number) => ({
      currency: [{ amount, amount_units: 'USD', is_currency: true }],
    })
    expect(await balance('anna')).toEqual(usd(5))
    expect(await balance('bob')).toEqual(usd(3))
    await api.delete('/transactions/t1')
    expect(await balance('anna')).toEqual([])
    expect(await balance('bob')).toEqual([])
  })

  it('pay the first sale only, and the next if the first is taken back', async () => {
    const { api, earned } = await programWithCustomers()
    await api.post('/commission_rules', { commission: '50%', sales: 'first' })
    expect(await earned('of-jane', { key: 'trial', amount: 0 })).toEqual([])
    expect(await earned('of-jane', { key: 't1' })).toEqual([50])
    expect(await earned('of-jane', { key: 't2' })).toEqual([])
    await api.delete('/transactions/t1')
    await api.post('/transactions/t2/archive')
    expect(await earned('of-jane', { key: 't3' })).toEqual([50])
  })

  it('pay one first sale, however many come at once', async () => {
    const { api, earned } = await programWithCustomers()
    await api.post('/commission_rules', { commission: '50%', sales: 'first' })
    const sales = await Promise.all([1, 2, 3, 4].map((n) => earned('of-jane', { key: `t${n}` })))
    expect(sales.flat()).toEqual([50])
  })

  it('pay for some months after the first sale', async () => {
    const { api, earned } = await programWithCustomers()
    await api.post('/commission_rules', { commission: '50%', months: 2 })
    const on = (created_at: string) => earned('of-jane', { created_at })
    expect(await on('2025-12-31T12:00:00Z')).toEqual([50])
    expect(await on('2026-02-28T11:59:59Z')).toEqual([50])
    expect(await on('2026-02-28T12:00:00Z')).toEqual([])
    expect(await on('2026-04-01T00:00:00Z')).toEqual([])
  })

  it('hold rewards until they may be paid', async () => {
    const { api, sale } = await programWithCustomers()
    await api.put('/settings', { settings: { hold_days: 14 } })
    const created_at = (days: number) => Math.floor((Date.now() - days * DAY_MS) / 1000)
    const held = await sale('of-jane', { created_at: created_at(13) })
    const free = await sale('of-jane', { created_at: created_at(15) })
    expect(held.rewards[0].state).toBe('pending')
    expect(free.rewards[0].state).toBe('approved')
    const partner = await api.get('/partners/jane')
    expect(partner.body.data.commissions).toEqual({
      paid: [],
      pending: [{ currency: 'USD', amount: 30 }],
      not_paid: [{ currency: 'USD', amount: 30 }],
    })
  })

  it('never mix currencies', async () => {
    const { api, sale } = await programWithCustomers()
    await sale('of-jane', { amount_units: 'EUR' })
    await sale('of-jane', { amount_units: 'jpy' })
    await sale('of-jane')
    const partner = await api.get('/partners/jane')
    expect(partner.body.data.commissions.not_paid).toEqual([
      { currency: 'EUR', amount: 30 },
      { currency: 'JPY', amount: 30 },
      { currency: 'USD', amount: 30 },
    ])
  })

  it('let the client say what a sale earns, and that it was paid already', async () => {
    const { api, sale } = await programWithCustomers()
    const said = await sale('of-jane', { reward: 7, rewarded: true })
    expect(said.rewards).toMatchObject([{ amount: 7, state: 'paid' }])
    expect(await sale('of-jane', { rewardable: false })).toMatchObject({ rewards: [] })
    const partner = await api.get('/partners/jane')
    expect(partner.body.data.commissions).toEqual({
      paid: [{ currency: 'USD', amount: 7 }],
      pending: [],
      not_paid: [],
    })
  })
})
