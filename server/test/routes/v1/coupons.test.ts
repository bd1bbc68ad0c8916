import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

/** As it stands in the documentation that people wrote their clients by. */
const COUPON = {
  name: 'PARTNERO25',
  uuid_code: '',
  active: true,
  coupon_discount_type: 'percent',
  coupon_discount_amount: 25,
  coupon_duration_type: 'months',
  coupon_duration_value: 11,
  redemption_specific_date_status: false,
  redemption_specific_date_value: null,
  redemption_times_status: true,
  redemption_times_value: 24,
  promotion_codes: {},
  metadata: {},
}

describe.each(databases)('coupons on $name', (database) => {
  const server = startTestServer(database)

  it('are created, shown, listed, changed and deleted', async () => {
    const { api } = await createTestProgram(server)
    const made = await api.post('/coupons', COUPON)
    const { data, ...beside } = made.body
    expect(beside).toEqual({
      status: 1,
      message: 'The coupon was created.',
      synchronization_enabled: false,
      synchronization_successful: false,
      synchronization_message: null,
    })
    expect(data).toEqual({
      id: 1,
      name: 'PARTNERO25',
      uuid_code: expect.stringMatching(/^[A-Z0-9]{8}$/),
      active: true,
      coupon_discount_type: 'percent',
      coupon_discount_amount: 25,
      coupon_duration_type: 'months',
      coupon_duration_value: 11,
      redemption_specific_date_status: false,
      redemption_specific_date_value: null,
      redemption_times_status: true,
      redemption_times_value: 24,
      metadata: [],
      additional_info: [],
      times_redeemed: 0,
      created_at: expect.stringMatching(/000Z$/),
      updated_at: expect.stringMatching(/000Z$/),
      deleted_at: null,
    })
    const path = `/coupons/${data.uuid_code}`
    expect((await api.get(path)).body).toEqual({ data, status: 1 })
    expect((await api.get('/coupons')).body.data).toEqual([data])
    const changed = await api.put(path, { name: 'Spring', active: false })
    expect(changed.body.data).toMatchObject({ name: 'Spring', active: false, id: 1 })
    expect(await api.delete(path)).toMatchObject({ status: 200, body: { status: 1 } })
    expect((await api.get(path)).status).toBe(404)
    expect((await api.put(path, { name: 'x' })).status).toBe(404)
    expect((await api.delete(path)).status).toBe(404)
  })

  it('take a limit without its flag, and a fixed discount in the program’s currency', async () => {
    const { api } = await createTestProgram(server)
    const made = await api.post('/coupons', {
      name: 'Five',
      coupon_discount_type: 'static',
      coupon_discount_amount: '5.50',
      coupon_duration_type: 'once',
      redemption_times_value: 3,
      redemption_specific_date_value: '2030-12-31',
      metadata: { channel: 'mail' },
    })
    expect(made.body.data).toMatchObject({
      coupon_discount_amount: 5.5,
      coupon_duration_value: null,
      redemption_times_status: true,
      redemption_times_value: 3,
      redemption_specific_date_status: true,
      redemption_specific_date_value: '2030-12-31T00:00:00.000000Z',
      metadata: { channel: 'mail' },
    })
  })

  it.each([
    [{ coupon_discount_type: 'half' }, 'coupon_discount_type'],
    [{ coupon_discount_amount: 101 }, 'coupon_discount_amount'],
    [{ coupon_discount_amount: -1 }, 'coupon_discount_amount'],
    [{ coupon_discount_amount: 'much' }, 'coupon_discount_amount'],
    [{ coupon_discount_type: 'static', coupon_discount_amount: 1.005 }, 'coupon_discount_amount'],
    [{ coupon_duration_value: null }, 'coupon_duration_value'],
    [{ redemption_times_value: null }, 'redemption_times_value'],
    [{ redemption_specific_date_status: true }, 'redemption_specific_date_value'],
    [
      { redemption_specific_date_status: true, redemption_specific_date_value: 'soon' },
      'redemption_specific_date_value',
    ],
    [{ uuid_code: 'with space' }, 'uuid_code'],
    [{ sync: { provider: 'stripe' } }, 'sync.provider'],
  ])('are refused with %j, naming the field', async (wrong, field) => {
    const { api } = await createTestProgram(server)
    const refused = await api.post('/coupons', { ...COUPON, ...wrong })
    expect(refused.status).toBe(422)
    expect(Object.keys(refused.body.errors)).toEqual([field])
    expect((await api.get('/coupons')).body.data).toEqual([])
  })

  it('are refused a code that is taken', async () => {
    const { api } = await createTestProgram(server)
    await api.post('/coupons', { ...COUPON, uuid_code: 'SPRING' })
    expect(await api.post('/coupons', { ...COUPON, uuid_code: 'SPRING' })).toMatchObject({
      status: 422,
      body: { errors: { uuid_code: ['The uuid_code "SPRING" belongs to a coupon already.'] } },
    })
  })

  it('come with their promotion codes, or not at all', async () => {
    const { api } = await createTestProgram(server)
    const codes = ['JANE20', { code: 'joe-20', first_time_order: true }]
    await api.post('/coupons', { ...COUPON, uuid_code: 'SPRING', promotion_codes: codes })
    const listed = await api.get('/promotion-codes')
    expect(listed.body.data).toMatchObject([
      { code: 'joe-20', first_time_order: true, coupon: { uuid_code: 'SPRING' } },
      { code: 'JANE20', first_time_order: false, coupon: { uuid_code: 'SPRING' } },
    ])
    const refused = await api.post('/coupons', {
      ...COUPON,
      uuid_code: 'SUMMER',
      promotion_codes: ['fresh', 'jane20'],
    })
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: { 'promotion_codes.1.code': [expect.stringContaining('jane20')] } },
    })
    expect((await api.get('/coupons/SUMMER')).status).toBe(404)
    expect((await api.get('/promotion-codes/fresh')).status).toBe(404)
    await api.delete('/coupons/SPRING')
    expect((await api.get('/promotion-codes')).body.data).toEqual([])
  })

  it('belong to their program alone', async () => {
    const [mine, other] = [await createTestProgram(server), await createTestProgram(server)]
    await mine.api.post('/coupons', { ...COUPON, uuid_code: 'SPRING', promotion_codes: ['JANE'] })
    for (const path of ['/coupons/SPRING', '/promotion-codes/JANE']) {
      expect((await other.api.get(path)).status).toBe(404)
      expect((await other.api.put(path, { active: false })).status).toBe(404)
      expect((await other.api.delete(path)).status).toBe(404)
    }
    const code = { coupon_uuid: 'SPRING', code: 'MINE' }
    expect((await other.api.post('/promotion-codes', code)).status).toBe(422)
    expect((await other.api.post('/coupons', { ...COUPON, uuid_code: 'SPRING' })).status).toBe(200)
  })
})

describe.each(databases)('promotion codes on $name', (database) => {
  const server = startTestServer(database)

  async function withCoupon() {
    const program = await createTestProgram(server)
    await program.api.post('/coupons', { ...COUPON, uuid_code: 'SPRING' })
    await program.api.post('/partners', {
      id: 'partner_1',
      key: 'jane',
      email: 'jane@example.com',
      name: 'Jane',
      surname: 'Doe',
    })
    return program
  }

  it.each([
    ['/promotion-codes', { coupon_uuid: 'SPRING' }],
    ['/promotion-code', { coupon_uuid: 'SPRING' }],
    ['/promotion-codes', { coupon_id: 1 }],
  ])('are created at %s with %j', async (path, coupon) => {
    const { api } = await withCoupon()
    const made = await api.post(path, {
      ...coupon,
      code: 'promo123',
      first_time_order: true,
      limit_to_specific_partner: false,
      coupon_specific_partners: {},
      limit_to_specific_customer: false,
      coupon_specific_customers: [],
      minimum_order_status: true,
      minimum_order_value: 22,
      expiration_date_status: false,
      expiration_date_value: null,
      redemption_times_status: false,
      redemption_times_value: null,
      metadata: {},
    })
    expect(made.status).toBe(200)
    expect(made.body.data).toMatchObject({
      code: 'promo123',
      first_time_order: true,
      limit_to_specific_partner: false,
      coupon_specific_partners: [],
      limit_to_specific_customer: false,
      coupon_specific_customers: [],
      minimum_order_status: true,
      minimum_order_value: 22,
      expiration_date_status: false,
      expiration_date_value: null,
      redemption_times_status: false,
      redemption_times_value: null,
      metadata: [],
      coupon: { uuid_code: 'SPRING', coupon_discount_amount: 25 },
    })
    expect((await api.get('/promotion-codes/PROMO123')).body).toEqual(made.body)
  })

  it('get a code of their own where none is given', async () => {
    const { api } = await withCoupon()
    const made = await api.post('/promotion-codes', { coupon_uuid: 'SPRING', code: '' })
    expect(made.body.data.code).toMatch(/^[A-Z0-9]{8}$/)
  })

  it.each([
    [{ id: 'partner_1', full_name: 'Jane Doe' }],
    [[{ id: 'jane' }]],
    [{ id: 'jane@example.com' }],
  ])('are tied to the partner %j', async (partner) => {
    const { api } = await withCoupon()
    const made = await api.post('/promotion-codes', {
      coupon_uuid: 'SPRING',
      code: 'JANE20',
      limit_to_specific_partner: true,
      coupon_specific_partners: partner,
    })
    expect(made.body.data).toMatchObject({
      limit_to_specific_partner: true,
      coupon_specific_partners: { id: 'partner_1', full_name: 'Jane Doe' },
    })
    const loosened = await api.put('/promotion-codes/JANE20', { limit_to_specific_partner: false })
    expect(loosened.body.data).toMatchObject({
      limit_to_specific_partner: false,
      coupon_specific_partners: [],
    })
  })

  it('change what is given and keep the rest', async () => {
    const { api } = await withCoupon()
    await api.post('/promotion-codes', {
      coupon_uuid: 'SPRING',
      code: 'A',
      minimum_order_value: 22,
      redemption_times_value: 5,
    })
    await api.post('/promotion-codes', { coupon_uuid: 'SPRING', code: 'B' })
    const changed = await api.put('/promotion-codes/a', {
      code: 'C',
      minimum_order_status: false,
      expiration_date_value: 1_893_456_000,
    })
    expect(changed.body.data).toMatchObject({
      code: 'C',
      minimum_order_status: false,
      minimum_order_value: null,
      redemption_times_value: 5,
      expiration_date_status: true,
      expiration_date_value: '2030-01-01T00:00:00.000000Z',
    })
    expect((await api.put('/promotion-codes/c', { code: 'b' })).status).toBe(422)
    expect((await api.put('/promotion-codes/C', { code: 'c' })).body.data.code).toBe('c')
    expect(await api.delete('/promotion-codes/c')).toMatchObject({ status: 200 })
    expect((await api.get('/promotion-codes/c')).status).toBe(404)
    expect((await api.delete('/promotion-codes/c')).status).toBe(404)
  })

  it('count the sales that they were used in, but not those taken back', async () => {
    const { api } = await withCoupon()
    await api.post('/promotion-codes', { coupon_uuid: 'SPRING', code: 'JANE20' })
    await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    const sale = { customer: { key: 'c1' }, amount: 10, discount_code: 'jane20' }
    for (const key of ['t1', 't1', 't2']) await api.post('/transactions', { ...sale, key })
    const redeemed = async () => [
      (await api.get('/promotion-codes/JANE20')).body.data.times_redeemed,
      (await api.get('/coupons/SPRING')).body.data.times_redeemed,
    ]
    expect(await redeemed()).toEqual([2, 2])
    await api.delete('/transactions/t1')
    expect(await redeemed()).toEqual([1, 1])
  })

  it.each([
    [{ coupon_uuid: 'AUTUMN' }, 'coupon_uuid'],
    [{ coupon_uuid: null }, 'coupon_uuid'],
    [{ coupon_uuid: null, coupon_id: 9 }, 'coupon_id'],
    [{ code: 'not allowed' }, 'code'],
    [{ code: 'TAKEN' }, 'code'],
    [{ limit_to_specific_partner: true }, 'coupon_specific_partners.id'],
    [{ coupon_specific_partners: { id: 'nobody' } }, 'coupon_specific_partners.id'],
    [{ coupon_specific_customers: { id: 'nobody' } }, 'coupon_specific_customers.id'],
    [{ minimum_order_status: true }, 'minimum_order_value'],
    [{ minimum_order_value: 'much' }, 'minimum_order_value'],
    [{ expiration_date_value: 'soon' }, 'expiration_date_value'],
    [{ redemption_times_value: 0 }, 'redemption_times_value'],
  ])('are refused with %j, naming the field', async (wrong, field) => {
    const { api } = await withCoupon()
    await api.post('/promotion-codes', { coupon_uuid: 'SPRING', code: 'taken' })
    const refused = await api.post('/promotion-codes', { coupon_uuid: 'SPRING', ...wrong })
    expect(refused.status).toBe(422)
    expect(Object.keys(refused.body.errors)).toEqual([field])
  })
})
