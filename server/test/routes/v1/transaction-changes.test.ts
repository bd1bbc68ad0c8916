import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('changes of transactions on $name', (database) => {
  const server = startTestServer(database)

  async function programWithSale() {
    const program = await createTestProgram(server, { type: 'refer_a_friend' })
    const { api } = program
    await api.post('/customers', { id: 'anna' })
    await api.post('/customers', { id: 'bob', referring_customer: { id: 'anna' } })
    await api.post('/transactions', { key: 't1', customer: { id: 'bob' }, amount: 50 })
    const balance = async () => {
      const { balance } = (await api.get('/customers/anna/balance')).body.data
      return balance.currency?.[0].amount ?? 0
    }
    return { ...program, balance }
  }

  it('archive a sale with its reward, and bring both back', async () => {
    const { api, balance } = await programWithSale()
    for (const _time of ['once', 'and again']) {
      expect((await api.post('/transactions/t1/archive', { key: 't1' })).body).toEqual({
        status: 1,
      })
      expect(await balance()).toBe(0)
      expect((await api.get('/transactions')).body.data).toEqual([])
      expect((await api.get('/transactions/t1')).body.data).toMatchObject({
        status: 'archived',
        rewards: [{ status: 'reversed', state: 'reversed', amount: 5 }],
      })
      expect((await api.post('/transactions/t1/archive')).status).toBe(400)

      expect((await api.post('/transactions/t1/revoke-archive')).body).toEqual({ status: 1 })
      expect(await balance()).toBe(5)
      expect((await api.get('/transactions')).body.data).toHaveLength(1)
      const refused = await api.post('/transactions/t1/revoke-archive')
      expect(refused.status).toBe(400)
      expect(refused.body).toMatchObject({ status: 0, errors: { key: ['It is not archived.'] } })
    }
  })

  it('leave a sale to be found by its state', async () => {
    const { api } = await programWithSale()
    for (const key of ['t2', 't3'])
      await api.post('/transactions', { key, customer: { id: 'bob' }, amount: 50 })
    await api.post('/transactions/t2/archive')
    await api.post('/transactions/t3/archive')
    await api.delete('/transactions/t3')
    const found = async (query: string) =>
      (await api.get(`/transactions?sort=asc${query}`)).body.data.map(
        ({ key, status }: Record<string, unknown>) => `${key} ${status}`,
      )
    expect(await found('')).toEqual(['t1 ok'])
    expect(await found('&state=standing')).toEqual(['t1 ok'])
    expect(await found('&state=archived')).toEqual(['t2 archived'])
    expect(await found('&state=refunded')).toEqual(['t3 deleted'])
    expect(await found('&state=all')).toEqual(['t1 ok', 't2 archived', 't3 deleted'])
    expect((await api.get('/transactions?state=gone')).body.errors).toHaveProperty('state')

    expect((await api.get('/transactions/t3')).status).toBe(404)
    const kept = { status: 'deleted', rewards: [{ state: 'reversed' }] }
    expect((await api.get('/transactions/t3?state=all')).body.data).toMatchObject(kept)
  })

  it('delete an archived sale without reversing it twice', async () => {
    const { api, balance } = await programWithSale()
    await api.post('/transactions/t1/archive')
    expect((await api.delete('/transactions/t1')).status).toBe(200)
    expect(await balance()).toBe(0)
    expect((await api.delete('/transactions/t1')).status).toBe(404)
    expect((await api.post('/transactions/t1/revoke-archive')).status).toBe(404)
    expect(await balance()).toBe(0)
  })

  it('archive once, however often it is asked at once', async () => {
    const { api, balance } = await programWithSale()
    const answers = await Promise.all([1, 2, 3, 4].map(() => api.post('/transactions/t1/archive')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
    expect(await balance()).toBe(0)
  })

  it('answer a replay with what stands, and refuse another sale under its key', async () => {
    const { api, balance } = await programWithSale()
    const sale = { key: 't1', customer: { id: 'bob' }, amount: 50 }
    expect((await api.post('/transactions', { ...sale, amount: '50.00' })).status).toBe(200)
    for (const other of [{ amount: 51 }, { amount_units: 'EUR' }, { product_id: 'x' }]) {
      const answer = await api.post('/transactions', { ...sale, ...other })
      expect(answer.status).toBe(422)
      expect(answer.body.errors.key[0]).toContain('stands for another sale')
    }
    expect(await balance()).toBe(5)
  })

  it('keep what was said about a sale', async () => {
    const { api } = await programWithSale()
    const answer = await api.post('/transactions', {
      key: 't2',
      customer: { id: 'bob' },
      amount: 45,
      gross_amount: '50.00',
      discount_amount: 5,
      discount_code: 'WELCOME',
      status: 'completed',
    })
    expect(answer.body.data).toMatchObject({
      amount: 45,
      gross_amount: 50,
      discount_amount: 5,
      discount_code: 'WELCOME',
      status: 'completed',
      refunded_amount: 0,
    })
  })

  it('credit the partner that a sale names, for that sale alone, where the program says so', async () => {
    const { api } = await createTestProgram(server, { transaction_based_attribution: 1 })
    for (const key of ['jane', 'joe']) {
      await api.post('/partners', { key, email: `${key}@example.com` })
    }
    const person = { key: 'c1', email: 'anna@example.com', name: 'Anna' }
    await api.post('/customers', { ...person, partner: { key: 'jane' } })
    const sale = async (body: object) =>
      (await api.post('/transactions', { customer: { key: 'c1' }, amount: 10, ...body })).body.data

    const named = { key: 't1', partner_key: 'joe' }
    expect(await sale(named)).toMatchObject({ partner: 'joe', customer: 'c1__pkey_joe' })
    expect(await sale(named)).toMatchObject({ partner: 'joe', rewards: [{ amount: 3 }] })
    expect(await sale({ key: 't2' })).toMatchObject({ partner: 'jane', customer: 'c1' })
    expect(await sale({ key: 't3', partner_key: 'nobody' })).toMatchObject({ partner: 'jane' })
    const own = await api.get('/customers/c1__pkey_joe')
    expect(own.body.data).toMatchObject({ partner: 'joe', name: 'Anna', email: null })
  })

  it('do not credit a named partner where the program does not say so', async () => {
    const { api } = await createTestProgram(server)
    for (const key of ['jane', 'joe']) {
      await api.post('/partners', { key, email: `${key}@example.com` })
    }
    await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    const sale = { customer: { key: 'c1' }, amount: 10, partner_key: 'joe' }
    const answer = await api.post('/transactions', sale)
    expect(answer.body.data).toMatchObject({ partner: 'jane', customer: 'c1' })
  })
})
