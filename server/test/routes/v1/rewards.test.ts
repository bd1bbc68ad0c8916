import { beforeAll, describe, expect, it } from 'vitest'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('rewards on $name', (database) => {
  const server = startTestServer(database)
  let program: TestProgram

  beforeAll(async () => {
    program = await createTestProgram(server)
    const { api } = program
    await api.put('/settings', { settings: { hold_days: 14 } })
    for (const name of ['jane', 'joe']) {
      await api.post('/partners', { key: name, email: `${name}@example.com` })
      await api.post('/customers', { key: `of-${name}`, partner: { key: name } })
    }
    const now = Math.floor(Date.now() / 1000)
    const old = now - 20 * 86_400
    const sell = (key: string, customer: string, created_at: number, more = {}) =>
      api.post('/transactions', {
        key,
        amount: 10,
        customer: { key: customer },
        created_at,
        ...more,
      })
    await sell('due', 'of-jane', old)
    await sell('paid', 'of-jane', old, { rewarded: true })
    await sell('held', 'of-joe', now)
    await sell('refunded', 'of-joe', old)
    await api.delete('/transactions/refunded')
  })

  const listed = async (query = '') => {
    const { body } = await program.api.get(`/rewards${query}`)
    return body.data.map(({ key }: { key: string }) => key)
  }

  it('are listed with who earned them, and by which sale', async () => {
    const { status, body } = await program.api.get('/rewards?limit=2')
    expect(status).toBe(200)
    expect(body.data).toMatchObject([
      { key: 'held', state: 'pending', amount: 3, amount_units: 'USD' },
      { key: 'refunded', state: 'reversed', partner: 'joe', customer: 'of-joe' },
    ])
    expect(body.links.next).toContain('page=2')
    expect(await listed('?limit=2&page=2')).toEqual(['paid', 'due'])
    expect(await listed('?sort=asc')).toEqual(['due', 'paid', 'refunded', 'held'])
  })

  it.each([
    ['?state=pending', ['held']],
    ['?state=approved', ['due']],
    ['?state=paid', ['paid']],
    ['?state=reversed', ['refunded']],
    ['?partner_key=jane', ['paid', 'due']],
    ['?partner_email=joe@example.com&state=pending', ['held']],
    ['?customer.key=of-joe', ['held', 'refunded']],
    ['?key=due', ['due']],
    ['?key=nothing', []],
    ['?partner_key=nobody', []],
  ])('are filtered by %s', async (query, keys) => {
    expect(await listed(query)).toEqual(keys)
  })

  it('can be had as CSV, with the same filters', async () => {
    const answer = await fetch(`${server.url}/v1/rewards.csv?state=approved`, {
      headers: { authorization: `Bearer ${program.apiKey}` },
    })
    const [head, row, ...others] = (await answer.text()).trimEnd().split('\n')
    expect(head).toMatch(/id,key,state,beneficiary,amount,amount_units,reversed_amount,customer,/)
    expect(row).toMatch(/,due,approved,referrer,3,USD,0,of-jane,jane,/)
    expect(others).toEqual([])
  })

  it('says which states there are', async () => {
    const { status, body } = await program.api.get('/rewards?state=lost')
    expect(status).toBe(422)
    expect(body.errors.state).toHaveLength(1)
  })

  it('are those of friends where friends refer', async () => {
    const { api } = await createTestProgram(server, { type: 'refer_a_friend' })
    await api.post('/customers', { id: 'ann', key: 'ann', email: 'ann@example.com' })
    await api.post('/customers', { id: 'ben', key: 'ben', referring_customer: { key: 'ann' } })
    await api.post('/transactions', { key: 'T-1', amount: 20, customer: { key: 'ben' } })
    const { body } = await api.get('/rewards')
    expect(body.data).toMatchObject([{ key: 'T-1', customer: 'ann', referred_customer: 'ben' }])
  })

  it('of another program are not seen', async () => {
    const { api } = await createTestProgram(server)
    expect((await api.get('/rewards')).body.data).toEqual([])
  })
})
