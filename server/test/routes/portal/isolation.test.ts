import { describe, expect, it } from 'vitest'
import { startSession } from '../../../src/domain/accounts/session.js'
import type { Api } from '../../helpers/create-api.js'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { PORTAL_READS, type PortalBrowser, portalBrowser } from '../../helpers/portal-browser.js'
import { startTestServer, type TestServer } from '../../helpers/start-test-server.js'

/** A partner with a link, a referral, a commission, a code and a payout, and a browser. */
async function settle(server: TestServer, program: TestProgram, key: string) {
  const { api, id } = program
  await api.post('/partners', { key, id: `${key}-id`, email: `${key}@example.com`, name: key })
  await api.post('/customers', {
    key: `${key}-buyer`,
    email: `${key}-buyer@secret.example`,
    name: 'Secret',
    surname: 'Buyer',
    partner: { key },
  })
  await api.post('/transactions', {
    key: `${key}-sale`,
    amount: 100,
    customer: { key: `${key}-buyer` },
  })
  const browser = await enter(server, program, key)
  await browser.post('/links', { key: `${key}-news` })
  await browser.put('/me', {
    payout: { gateway: 'paypal', payout_settings: { username: `${key}@pay.example` } },
  })
  return { browser, id }
}

async function enter(server: TestServer, { id, api }: TestProgram, key: string) {
  const token = await tokenFor(api, key)
  const browser = portalBrowser(server, id)
  await browser.post('/sign-in-links/redeem', { token })
  return browser
}

async function tokenFor(api: Api, key: string) {
  const { body } = await api.post('/partners:sign-in-url', { key })
  return new URLSearchParams(new URL(body.data.url).hash.slice(1)).get('token')
}

describe.each(databases)('what a partner sees in the portal on $name', (database) => {
  const server = startTestServer(database, { trustProxy: true })

  it('is their own, and of their customers not who they are', async () => {
    const program = await createTestProgram(server)
    const { browser } = await settle(server, program, 'jane')
    const coupon = await program.api.post('/coupons', {
      name: 'Tenth',
      coupon_discount_type: 'percent',
      coupon_discount_amount: 10,
      coupon_duration_type: 'once',
    })
    const code = await program.api.post('/promotion-codes', {
      coupon_uuid: coupon.body.data.uuid_code,
      code: 'JANE10',
      limit_to_specific_partner: true,
      coupon_specific_partners: { id: 'jane-id' },
    })
    expect([coupon.status, code.status]).toEqual([200, 200])
    const { data: figures } = (await browser.get('/figures')).body
    expect(figures).toMatchObject({
      totals: { referrals: 1, sales: 1, commissions: [{ units: 'USD', amount: 30 }] },
      commissions: { pending: [], approved: [{ units: 'USD', amount: 30 }], paid: [] },
      payable: [{ units: 'USD', amount: 30 }],
    })
    expect(figures.days).toHaveLength(30)
    expect(figures.days.at(-1)).toMatchObject({ day: figures.to, sales: 1 })
    expect((await browser.get('/referrals')).body.data).toEqual([
      { who: 'S. B.', has_bought: true, created_at: expect.any(String) },
    ])
    expect((await browser.get('/commissions')).body.data).toMatchObject([
      { who: 'S. B.', state: 'approved', amount: 30, units: 'USD' },
    ])
    expect((await browser.get('/codes')).body.data).toMatchObject([
      { code: 'JANE10', discount: { type: 'percent', amount: 10 }, is_active: true },
    ])
    expect((await browser.post('/payouts', { amount_units: 'usd' })).body.data).toMatchObject({
      status: 'requested',
      amount: 30,
      gateway: 'paypal',
    })
    expect((await browser.get('/figures')).body.data.payable).toEqual([])
    const all = await Promise.all(PORTAL_READS.map((path) => browser.get(path)))
    expect(JSON.stringify(all.map(({ body }) => body))).not.toMatch(/secret|buyer|-sale/i)
  })

  it('is the commission that they get, by rules of their own and of products', async () => {
    const program = await createTestProgram(server)
    const { browser } = await settle(server, program, 'jane')
    const { browser: joe } = await settle(server, program, 'joe')
    const terms = { type: 'percent', currency: null, sales: 'every', months: null }
    const usual = async (of: PortalBrowser) => (await of.get('/offers')).body.data
    expect(await usual(browser)).toEqual({ usual: { ...terms, amount: 30 }, products: [] })
    const partner = { key: 'jane' }
    for (const rule of [
      { name: 'Shoes', commission: '10%', product_type: 'shoes' },
      { name: 'Hats', commission: '5.00', product_type: 'hats' },
      { name: 'Boot', commission: '20%', product_id: 'boot', partner },
      { name: 'Jane', commission: '40%', sales: 'first', partner },
    ]) {
      expect((await program.api.post('/commission_rules', rule)).status).toBe(200)
    }
    const boot = { ...terms, amount: 20, product_id: 'boot', product_type: null }
    // Jane's own rule goes before those of kinds of products for all.
    expect(await usual(browser)).toEqual({
      usual: { ...terms, amount: 40, sales: 'first' },
      products: [boot],
    })
    const { usual: forJoe, products } = await usual(joe)
    expect(forJoe).toEqual({ ...terms, amount: 30 })
    expect(products).toHaveLength(2)
    expect(products).toContainEqual({
      ...terms,
      type: 'fixed',
      amount: 5,
      currency: 'USD',
      product_id: null,
      product_type: 'hats',
    })
  })

  it('is nothing of another, whatever is asked for', async () => {
    const program = await createTestProgram(server)
    const jane = (await settle(server, program, 'jane')).browser
    const { browser: joe } = await settle(server, program, 'joe')
    await joe.post('/payouts', { amount_units: 'USD' })
    const before = await seen(joe)

    const own = await seen(jane)
    for (const name of ['partner', 'partner_id', 'partner_key', 'partner.key', 'id', 'key']) {
      for (const value of ['joe', 'joe-id', 'joe@example.com']) {
        expect(await seen(jane, `?${new URLSearchParams({ [name]: value })}`)).toEqual(own)
      }
    }
    const stolen = { partner: { key: 'joe' }, partner_key: 'joe', id: 'joe-id', key: 'joe' }
    await jane.put('/me', { ...stolen, email: 'joe@example.com', name: 'Jane' })
    expect((await jane.get('/me')).body.data).toMatchObject({
      key: 'jane',
      email: 'jane@example.com',
    })
    expect((await jane.delete('/links/joe-news')).status).toBe(404)
    expect((await jane.delete('/links/joe')).status).toBe(404)
    expect((await jane.post('/links', { key: 'joe-news' })).status).toBe(422)
    expect((await jane.post('/payouts', { ...stolen, amount_units: 'USD' })).status).toBe(201)
    expect((await jane.post('/payouts', { ...stolen, amount_units: 'USD' })).status).toBe(422)
    for (const path of ['/me/joe', '/payouts/1', '/links/joe', '/partners/joe', '/referrals/1']) {
      expect((await jane.get(path)).status).toBe(404)
    }
    expect(await seen(joe)).toEqual(before)
  })

  it('stays in its program: the cookie of one opens no other, and not the REST API', async () => {
    const program = await createTestProgram(server)
    const other = await createTestProgram(server)
    const { browser } = await settle(server, program, 'jane')
    await settle(server, other, 'jane')
    const thief = portalBrowser(server, other.id)
    thief.cookie = browser.cookie
    for (const path of PORTAL_READS) expect((await thief.get(path)).status).toBe(401)

    const [, token] = browser.cookie.split('=')
    for (const headers of [
      { cookie: browser.cookie, 'x-pollen-program': program.id },
      { cookie: `pollen_session=${token}`, 'x-pollen-program': program.id },
      { authorization: `Bearer ${token}` },
    ]) {
      const answer = await fetch(`${server.url}/v1/partners`, { headers })
      expect(answer.status).toBe(401)
    }
    const withKey = portalBrowser(server, program.id, { authorization: `Bearer ${program.apiKey}` })
    expect((await withKey.get('/me')).status).toBe(401)
  })

  it.each([
    ['archived', 'archive'],
    ['deleted', undefined],
  ])('ends at once when the partner is %s', async (_state, action) => {
    const program = await createTestProgram(server)
    const { browser } = await settle(server, program, 'jane')
    if (action) await program.api.post(`/partners/jane/${action}`)
    else await program.api.delete('/partners/jane')
    for (const path of PORTAL_READS) expect((await browser.get(path)).status).toBe(401)
    const refused = await browser.post('/payouts', { amount_units: 'USD' })
    expect(refused.status).toBe(401)
  })

  it.each(['pending', 'rejected'] as const)('is nothing for one who is %s', async (status) => {
    const program = await createTestProgram(server)
    const { api } = program
    await api.post('/partners', {
      key: 'jane',
      email: 'jane@example.com',
      password: 'Correct-horse-1',
      approved: false,
    })
    if (status === 'rejected') await api.post('/partners/jane/reject')
    const browser = portalBrowser(server, program.id)
    const right = { email: 'jane@example.com', password: 'Correct-horse-1' }
    expect((await browser.post('/sign-in', right)).status).toBe(401)
  })

  it('is not opened by a link that is older than the end of who got it', async () => {
    const program = await createTestProgram(server)
    await program.api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    const token = await tokenFor(program.api, 'jane')
    await program.api.post('/partners/jane/archive')
    const browser = portalBrowser(server, program.id)
    expect((await browser.post('/sign-in-links/redeem', { token })).status).toBe(401)
    expect(browser.cookie).toBe('')
  })

  it('cannot be changed by the page of another site', async () => {
    const program = await createTestProgram(server)
    const { browser, id } = await settle(server, program, 'jane')
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      const page = portalBrowser(server, id, headers)
      page.cookie = browser.cookie
      expect((await page.put('/me', { name: 'Mallory' })).status).toBe(403)
      expect((await page.post('/payouts', { amount_units: 'USD' })).status).toBe(403)
      expect((await page.post('/sign-out')).status).toBe(403)
    }
    const { headers } = await browser.get('/me')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers).toMatchObject({ 'cross-origin-resource-policy': 'same-origin' })
    expect((await browser.get('/me')).body.data.name).toBe('jane')
  })

  it('takes a new password soon after signing in alone, and signs other browsers out', async () => {
    const program = await createTestProgram(server)
    const { browser } = await settle(server, program, 'jane')
    const elsewhere = await enter(server, program, 'jane')
    const password = 'Another-horse-2'
    expect((await browser.put('/me', { password })).status).toBe(200)
    expect((await browser.get('/me')).body.data.has_password).toBe(true)
    expect((await elsewhere.get('/me')).status).toBe(401)
    const right = { email: 'jane@example.com', password }
    expect((await elsewhere.post('/sign-in', right)).status).toBe(200)

    const db = await server.database.open()
    const row = await db
      .selectFrom('partner')
      .select('uid')
      .where('program_id', '=', program.id)
      .executeTakeFirstOrThrow()
    const late = portalBrowser(server, program.id)
    const person = { program_id: program.id, partner_uid: row.uid }
    late.cookie = `pollen_partner_session=${await startSession(db, person, Date.now() - 16 * 60_000)}`
    expect((await late.put('/me', { name: 'Jane' })).status).toBe(200)
    expect((await late.put('/me', { password })).status).toBe(403)
  })

  it.each([
    ['/links', { key: 'a b' }, 'key'],
    ['/links', { key: 'jane' }, 'key'],
    ['/links', { key: 'spring', domain_id: 7 }, 'domain_id'],
    ['/payouts', { amount_units: 'EUR' }, 'amount_units'],
  ])('says what is wrong with %s %o', async (path, body, field) => {
    const program = await createTestProgram(server)
    const { browser } = await settle(server, program, 'jane')
    const answer = await browser.post(path, body)
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: { [field]: [expect.any(String)] } },
    })
  })

  it.each([
    ['from=2026-02-30', 'from'],
    ['from=2026-11-02&to=2026-11-01', 'from'],
    ['from=2020-01-01&to=2026-01-01', 'from'],
  ])('says what is wrong with figures of %s', async (query, field) => {
    const program = await createTestProgram(server)
    const { browser } = await settle(server, program, 'jane')
    const answer = await browser.get(`/figures?${query}`)
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: { [field]: [expect.any(String)] } },
    })
  })
})

const seen = async (browser: PortalBrowser, query = '') =>
  (await Promise.all(PORTAL_READS.map((path) => browser.get(`${path}${query}`)))).map(
    ({ status, body }) => ({
      status,
      data: body.data,
    }),
  )
