import { beforeAll, describe, expect, it } from 'vitest'
import { newApiKey } from '../../src/domain/api-keys/api-key.js'
import { createApi } from '../helpers/create-api.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

const routes = [
  ['get', '/test'],
  ['get', '/program/overview'],
  ['get', '/partners'],
  ['post', '/partners'],
  ['get', '/partners:search'],
  ['get', '/partners/jane'],
  ['get', '/customers'],
  ['post', '/customers'],
  ['get', '/customers:search'],
  ['get', '/customers/anna'],
  ['get', '/customers/anna/transactions'],
  ['get', '/customers/anna/stats'],
  ['get', '/customers/anna/balance'],
  ['get', '/customers/anna/referrals'],
  ['post', '/customers/anna/balance/credit'],
  ['get', '/transactions'],
  ['post', '/transactions'],
  ['get', '/transactions/order-1'],
  ['delete', '/transactions'],
  ['delete', '/transactions/order-1'],
] as const

describe.each(databases)('the REST API on $name', (database) => {
  const server = startTestServer(database)
  let programId = ''

  beforeAll(async () => {
    programId = (await createTestProgram(server)).id
  })

  describe.each(routes)('%s %s', (method, path) => {
    it('is closed without a key', async () => {
      const answer = await createApi(`${server.url}/v1`)[method](path)
      expect(answer.status).toBe(401)
      expect(answer.headers['www-authenticate']).toBe('Bearer')
      expect(answer.body).toEqual({
        message: expect.stringContaining('Authorization: Bearer'),
        errors: {},
        status: 0,
      })
    })

    it.each([
      ['that nobody made', (id: string) => `Bearer ${newApiKey(id)}`],
      ['of a program that is not there', () => `Bearer ${newApiKey('NOTTHERE')}`],
      ['in the wrong scheme', (id: string) => `Basic ${newApiKey(id)}`],
      ['as long as a token of 8,000 characters', () => `Bearer ${'x'.repeat(8000)}`],
    ])('is closed to a key %s', async (_, authorization) => {
      const api = createApi(`${server.url}/v1`, { authorization: authorization(programId) })
      const answer = await api[method](path)
      expect(answer.status).toBe(401)
      expect(answer.body.status).toBe(0)
    })
  })

  it('shows nothing of other programs', async () => {
    const other = await createTestProgram(server)
    await other.api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    await other.api.post('/customers', { key: 'user-1', partner: { key: 'jane' } })
    await other.api.post('/transactions', {
      customer: { key: 'user-1' },
      key: 'order-1',
      amount: 10,
    })
    const { api } = await createTestProgram(server)

    for (const path of ['/partners/jane', '/customers/user-1', '/transactions/order-1']) {
      expect((await api.get(path)).status).toBe(404)
    }
    for (const path of ['/partners', '/customers', '/transactions', '/customers:search?key=user']) {
      expect((await api.get(path)).body.data).toEqual([])
    }
    expect((await api.delete('/transactions/order-1')).status).toBe(404)
    const sale = { customer: { key: 'user-1' }, key: 'order-1', amount: 10 }
    expect((await api.post('/transactions', sale)).body.status).toBe(0)
    const figures = await api.get('/program/overview')
    expect(figures.body.data).toMatchObject({ total_partners: '0', total_signups: '0' })
    expect((await other.api.get('/transactions/order-1')).status).toBe(200)
  })
})
