import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const paypal = { gateway: 'paypal', payout_settings: { username: 'jane@example.com' } }

describe.each(databases)('payout requests on $name', (database) => {
  const server = startTestServer(database)

  /** Jane has earned 29.997 USD by one sale and 3 EUR by another. */
  async function programWithSales() {
    const program = await createTestProgram(server)
    const { api } = program
    await api.post('/partners', { id: 'jane-id', key: 'jane', email: 'jane@example.com' })
    await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    const sale = (body: object) => api.post('/transactions', { customer: { key: 'c1' }, ...body })
    await sale({ key: 't1', amount: 99.99 })
    await sale({ key: 't2', amount: 10, amount_units: 'EUR' })
    const ask = (more: object = {}) =>
      api.post('/payout_requests', { partner: { key: 'jane' }, amount_units: 'usd', ...more })
    const commissions = async () => (await api.get('/partners/jane')).body.data.commissions
    return { ...program, sale, ask, commissions }
  }

  it('pay the whole unpaid balance of one currency, rounded once', async () => {
    const { api, ask, commissions } = await programWithSales()
    const asked = await ask(paypal)
    expect(asked.status).toBe(200)
    expect(asked.body.data).toMatchObject({
      id: 1,
      status: 'requested',
      partner: { id: 'jane-id', key: 'jane', email: 'jane@example.com' },
      amount: 30,
      amount_units: 'USD',
      ...paypal,
      paid_at: null,
    })
    expect((await api.post('/payout_requests/1/mark_as_paid')).status).toBe(400)
    expect((await api.post('/payout_requests/1/approve')).body.data.status).toBe('approved')
    expect((await api.post('/payout_requests/1/approve')).status).toBe(400)
    const paid = await api.post('/payout_requests/1/mark_as_paid')
    expect(paid.body.data).toMatchObject({ status: 'finished', amount: 30 })
    expect((await api.post('/payout_requests/1/mark_as_paid')).status).toBe(400)
    expect(await commissions()).toEqual({
      paid: [{ currency: 'USD', amount: 29.997 }],
      pending: [],
      not_paid: [{ currency: 'EUR', amount: 3 }],
    })
    expect((await api.get('/transactions/t1')).body.data.rewards[0].state).toBe('paid')
    expect((await ask()).status).toBe(422)
  })

  it('claim each reward once, however many are asked for at once', async () => {
    const { ask } = await programWithSales()
    const answers = await Promise.all([1, 2, 3].map(() => ask(paypal)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
  })

  it('pay less when a sale is taken back in time, and nothing when nothing is left', async () => {
    const { api, sale, ask } = await programWithSales()
    await sale({ key: 't3', amount: 10 })
    await ask(paypal)
    await api.delete('/transactions/t1')
    expect((await api.get('/payout_requests/1')).body.data.amount).toBe(3)
    await api.delete('/transactions/t3')
    await api.post('/payout_requests/1/approve')
    const refused = await api.post('/payout_requests/1/mark_as_paid')
    expect(refused.status).toBe(400)
    expect((await api.get('/payout_requests/1')).body.data.status).toBe('approved')
  })

  it('take back from the next one what was paid for a sale that is refunded later', async () => {
    const { api, sale, ask } = await programWithSales()
    await ask(paypal)
    await api.post('/payout_requests/1/approve')
    await api.post('/payout_requests/1/mark_as_paid')
    await api.delete('/transactions/t1')
    await sale({ key: 't3', amount: 50 })
    expect((await ask()).status).toBe(422)
    await sale({ key: 't4', amount: 100 })
    expect((await ask()).body.data).toMatchObject({ amount: 15, gateway: 'paypal' })
  })

  it('free what they claimed when they are rejected, and still say how much it was', async () => {
    const { api, sale, ask } = await programWithSales()
    await ask(paypal)
    const rejected = { status: 'rejected', amount: 30, reward_ids: [] }
    expect((await api.post('/payout_requests/1/reject')).body.data).toMatchObject(rejected)
    expect((await api.post('/payout_requests/1/approve')).status).toBe(400)
    await sale({ key: 't3', amount: 10 })
    expect((await ask()).body.data).toMatchObject({ id: 2, amount: 33 })
    expect((await api.get('/payout_requests/1')).body.data).toMatchObject(rejected)
  })

  it('leave out what is on hold', async () => {
    const { api, sale, ask } = await programWithSales()
    await api.put('/settings', { settings: { hold_days: 30 } })
    await sale({ key: 't3', amount: 1000 })
    expect((await ask(paypal)).body.data.amount).toBe(30)
  })

  it('leave out what was paid outside of Pollen', async () => {
    const { sale, ask } = await programWithSales()
    await sale({ key: 't3', amount: 1000, rewarded: true })
    expect((await ask(paypal)).body.data.amount).toBe(30)
  })

  it('can be for certain rewards', async () => {
    const { api, sale, ask } = await programWithSales()
    const { rewards } = (await sale({ key: 't3', amount: 10 })).body.data
    const asked = await ask({ ...paypal, reward_ids: [rewards[0].id] })
    expect(asked.body.data).toMatchObject({ amount: 3, reward_ids: [rewards[0].id] })
    expect((await api.get('/payout_requests')).body.data).toHaveLength(1)
  })

  it('are found', async () => {
    const { api, ask } = await programWithSales()
    await ask(paypal)
    await ask({ amount_units: 'EUR' })
    await api.post('/payout_requests/2/approve')
    const ids = async (query: string) =>
      (await api.get(`/payout_requests:search?${query}`)).body.data.map(
        ({ id }: { id: number }) => id,
      )
    expect(await ids('partner_key=jane')).toEqual([2, 1])
    expect(await ids('partner_id=jane-id&status=requested')).toEqual([1])
    expect(await ids('amount_units=eur')).toEqual([2])
    expect(await ids('partner_email=nobody@example.com')).toEqual([])
    expect((await api.get('/payout_requests?sort=asc')).body.data[0].id).toBe(1)
    expect((await api.get('/payout_requests/3')).status).toBe(404)
  })

  it.each([
    [{ gateway: 'paypal' }, 'payout_settings.username'],
    [{ gateway: 'venmo', payout_settings: { recipient_type: 'EMAIL' } }, 'payout_settings.email'],
    [{ gateway: 'cash' }, 'gateway'],
    [{ partner: { key: 'nobody' } }, 'partner'],
    [{ amount_units: 'GBP' }, 'amount_units'],
  ])('refuse %j', async (more, field) => {
    const { api, ask } = await programWithSales()
    const answer = await ask(more)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual([field])
    expect((await api.get('/payout_requests')).body.data).toEqual([])
  })
})
