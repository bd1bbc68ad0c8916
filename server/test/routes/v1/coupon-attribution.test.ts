import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('a promotion code tied to a partner, on $name', (database) => {
  const server = startTestServer(database)

  /** Joe's code, a customer whom Jane brought, and one whom nobody did. */
  async function programWithCode(coupon_attribution?: 'never' | 'when_unattributed' | 'always') {
    const program = await createTestProgram(server, {
      ...(coupon_attribution && { coupon_attribution }),
    })
    const { api, events } = program
    for (const key of ['jane', 'joe']) {
      await api.post('/partners', { key, email: `${key}@example.com` })
    }
    await api.post('/coupons', {
      uuid_code: 'SPRING',
      coupon_discount_type: 'percent',
      coupon_discount_amount: 25,
      coupon_duration_type: 'once',
      active: true,
    })
    await api.post('/promotion-codes', {
      coupon_uuid: 'SPRING',
      code: 'JOE25',
      limit_to_specific_partner: true,
      coupon_specific_partners: { id: 'joe' },
    })
    await api.post('/customers', { key: 'of-jane', partner: { key: 'jane' } })
    await events.post('/customers', {
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      data: { key: 'of-nobody' },
    })
    const sell = async (customer: string, more: object = {}) => {
      const sale = { customer: { key: customer }, amount: 10, ...more }
      return (await api.post('/transactions', sale)).body.data
    }
    return { api, sell }
  }

  const withCode = { discount_code: 'joe25' }

  it('wins a customer whom nobody brought, for later sales too', async () => {
    const { api, sell } = await programWithCode()
    const bought = await sell('of-nobody', withCode)
    expect(bought).toMatchObject({ partner: 'joe', rewards: [{ amount: 3 }] })
    expect((await api.get('/customers/of-nobody')).body.data.partner).toBe('joe')
    expect((await sell('of-nobody')).partner).toBe('joe')
  })

  it('loses against whom the customer came by', async () => {
    const { sell } = await programWithCode()
    expect((await sell('of-jane', withCode)).partner).toBe('jane')
  })

  it('wins against that too, for one sale, where the program says so', async () => {
    const { api, sell } = await programWithCode('always')
    expect((await sell('of-jane', withCode)).partner).toBe('joe')
    expect((await sell('of-jane')).partner).toBe('jane')
    expect((await api.get('/customers/of-jane')).body.data.partner).toBe('jane')
  })

  it('credits nobody where the program says so', async () => {
    const { sell } = await programWithCode('never')
    expect((await sell('of-nobody', withCode)).partner).toBeNull()
  })

  it('credits no archived partner', async () => {
    const { api, sell } = await programWithCode('always')
    await api.post('/partners/joe/archive')
    expect((await sell('of-jane', withCode)).partner).toBe('jane')
  })

  it('is redeemed once per sale, and not by one that is taken back', async () => {
    const { api, sell } = await programWithCode()
    const redeemed = async () => (await api.get('/coupons/SPRING')).body.data.times_redeemed
    await sell('of-jane', { ...withCode, key: 't1' })
    await sell('of-jane', { ...withCode, key: 't1' })
    expect(await redeemed()).toBe(1)
    await api.post('/transactions/t1/archive')
    expect(await redeemed()).toBe(0)
    await api.post('/transactions/t1/revoke-archive')
    expect(await redeemed()).toBe(1)
    await api.post('/transactions/t1/archive')
    await api.delete('/transactions/t1')
    expect(await redeemed()).toBe(0)
  })
})
