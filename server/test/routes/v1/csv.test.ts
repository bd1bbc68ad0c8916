import { beforeAll, describe, expect, it } from 'vitest'
import { insertAll } from '../../../src/store/statements/insert-all.js'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('lists as CSV on $name', (database) => {
  const server = startTestServer(database)
  let program: TestProgram
  beforeAll(async () => {
    program = await createTestProgram(server)
    const { api } = program
    await api.post('/partners', {
      key: 'jane',
      email: 'jane@example.com',
      name: 'Jane',
      tags: ['a', 'b'],
    })
    await api.post('/partners', { key: 'joe', email: 'joe@example.com', name: '=1+1' })
    await api.post('/customers', { key: 'ann', name: 'Ann, "the" Ünal', partner: { key: 'jane' } })
    await api.post('/customers', { key: 'bob', name: '@SUM(A1)', partner: { key: 'joe' } })
    await api.post('/transactions', { customer: { key: 'ann' }, key: 'order-1', amount: 99.99 })
    await api.post('/payout_requests', { partner: { key: 'jane' }, amount_units: 'USD' })
  })

  const get = async (path: string, { apiKey } = program) => {
    const answer = await fetch(`${server.url}/v1${path}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { answer, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  }

  const lines = async (path: string, of = program) =>
    (await get(path, of)).text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\n')

  it('are files that spreadsheets read as UTF-8', async () => {
    const { answer, text } = await get('/partners.csv')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="partners.csv"')
    expect(text.startsWith('\ufeffid,key,email,name,')).toBe(true)
  })

  it('hold partners, customers, sales and payouts', async () => {
    const [head, joe, jane] = await lines('/partners.csv')
    expect(head).toBe('id,key,email,name,surname,status,tags,referral_link,created_at')
    expect(jane).toMatch(/^jane,jane,jane@example\.com,Jane,,active,"a, b",https:\/\/shop\.example/)
    expect(joe).toContain("joe@example.com,'=1+1,")

    const [, bob, ann] = await lines('/customers.csv')
    expect(ann).toMatch(/^ann,ann,,"Ann, ""the"" Ünal",,active,jane,/)
    expect(bob).toContain("'@SUM(A1)")

    const [, sale] = await lines('/transactions.csv')
    expect(sale).toMatch(/^order-1,sale,ok,99\.99,USD,0,,ann,jane,\d{4}-/)
    const [, payout] = await lines('/payout_requests.csv')
    expect(payout).toMatch(/^1,requested,jane,jane@example\.com,Jane,30,USD,/)
  })

  it('hold leads and coupons, narrowed as the lists are', async () => {
    const { api } = program
    const lead = { name: 'Alma Brandt', email: 'alma@office.example' }
    await api.post('/leads', { ...lead, partner: { key: 'jane' } })
    await api.post('/leads', { name: 'Bo', email: 'bo@office.example', partner: { key: 'joe' } })
    await api.post('/leads/reject', { id: 2 })
    for (const query of ['partner_key=jane', 'status=submitted', 'name=BRANDT', 'email=alma']) {
      expect((await api.get(`/leads?${query}`)).body.data).toMatchObject([{ id: 1 }])
      const [head, ...rows] = await lines(`/leads.csv?${query}`)
      expect(head).toBe('id,status,name,email,partner_id,partner_email,customer,created_at')
      const alma = /^1,submitted,Alma Brandt,alma@office\.example,jane,jane@example\.com,,\d{4}-/
      expect(rows).toEqual([expect.stringMatching(alma)])
    }

    const discount = { coupon_discount_type: 'percent', coupon_duration_type: 'once' }
    for (const [name, amount] of [
      ['Spring bulbs', 15],
      ['Autumn', 5],
    ] as const)
      await api.post('/coupons', { ...discount, name, coupon_discount_amount: amount })
    expect((await api.get('/coupons?name=spring')).body.data).toHaveLength(1)
    const [, ...coupons] = await lines('/coupons.csv?name=spring')
    expect(coupons).toEqual([expect.stringMatching(/^\w+,Spring bulbs,true,percent,15,0,\d{4}-/)])
  })

  it('hold promotion codes and webhooks, narrowed as the lists are, and no secret', async () => {
    const { api } = program
    const discount = { coupon_discount_type: 'percent', coupon_duration_type: 'once' }
    for (const name of ['Tulips', 'Lilies']) {
      const uuid = name.toUpperCase()
      await api.post('/coupons', {
        ...discount,
        uuid_code: uuid,
        name,
        coupon_discount_amount: 10,
        promotion_codes: [`${uuid}-ALL`],
      })
    }
    await api.post('/promotion-codes', {
      coupon_uuid: 'TULIPS',
      code: 'JANE10',
      limit_to_specific_partner: true,
      coupon_specific_partners: { id: 'jane' },
    })
    for (const query of ['code=jane', 'partner_key=jane', 'code=1&coupon_name=tul']) {
      expect((await api.get(`/promotion-codes?${query}`)).body.data).toMatchObject([
        { code: 'JANE10' },
      ])
      const [head, ...rows] = await lines(`/promotion-codes.csv?${query}`)
      expect(head).toBe('code,coupon,partner_id,partner_name,times_redeemed,created_at')
      expect(rows).toEqual([expect.stringMatching(/^JANE10,Tulips,jane,Jane,0,\d{4}-/)])
    }
    const [, ...lilies] = await lines('/promotion-codes.csv?coupon_name=LILIES')
    expect(lilies).toEqual([expect.stringMatching(/^LILIES-ALL,Lilies,,,0,/)])

    const events = ['partner.created', 'customer.created']
    await api.post('/webhooks', { name: 'Books', url: 'https://books.example/in', events })
    const shop = { name: 'Shop', url: 'https://shop.example/in', events, is_active: false }
    await api.post('/webhooks', { ...shop, key: 'shop' })
    for (const query of ['name=SHOP', 'url=shop.example', 'is_active=false']) {
      const { data } = (await api.get(`/webhooks?${query}`)).body
      expect(data).toMatchObject([{ key: 'shop' }])
      const { text } = await get(`/webhooks.csv?${query}`)
      expect(text).toMatch(
        /^\ufeffkey,name,url,is_active,events,notice,created_at\nshop,Shop,https:\/\/shop\.example\/in,false,"partner\.created, customer\.created",,\d{4}-[^\n]*\n$/,
      )
      expect(text).not.toContain(data[0].signature)
    }
  })

  it('hold the subscribers of a newsletter, narrowed as the list is', async () => {
    const newsletter = await createTestProgram(server, { type: 'newsletter' })
    const { api } = newsletter
    await api.post('/subscribers', { id: 'ann', email: 'ann@example.com', name: 'Ann' })
    await api.post('/subscribers', { id: 'ben', email: 'b@example.com', referral: { id: 'ann' } })
    const [, ann] = await lines('/subscribers.csv?name=Ann', newsletter)
    expect(ann).toMatch(/^ann,\w+,ann@example\.com,Ann,Active,true,false,1,https:/)
    const search = (await api.get('/subscribers:search?refer_status=referred')).body.data
    expect(search.map(({ id }: { id: string }) => id)).toEqual(['ben'])
    expect(await lines('/subscribers.csv?refer_status=referred', newsletter)).toHaveLength(2)
    expect((await get('/subscribers.csv')).answer.status).toBe(404)
  })

  it('take the filters of the lists', async () => {
    expect(await lines('/customers.csv?partner_key=jane')).toHaveLength(2)
    expect(await lines('/customers.csv?key=bob')).toHaveLength(2)
    expect(await lines('/partners.csv?email=jane@example.com')).toHaveLength(2)
    expect(await lines('/transactions.csv?partner_key=joe')).toHaveLength(1)
    const oldestFirst = await lines('/partners.csv?sort=asc')
    expect(oldestFirst[1]).toMatch(/^jane,/)
  })

  it('are whole, however long, and hold each row once', async () => {
    const large = await createTestProgram(server)
    const row = (number: number) => ({
      program_id: large.id,
      uid: `customer-${String(number).padStart(4, '0')}`,
      id: `c${number}`,
      key: `c${number}`,
      email: null,
      email_folded: null,
      name: null,
      surname: null,
      tags: '[]',
      metadata: '{}',
      referrer_uid: null,
      source: 'api' as const,
      is_named: 1 as const,
      report_id: null,
      // Many at the same time, as an import has them.
      created_at: Math.floor(number / 400),
      updated_at: 0,
    })
    const rows = Array.from({ length: 1_234 }, (_, number) => row(number))
    await insertAll(await server.database.open(), 'customer', rows)
    const keys = (await lines('/customers.csv', large)).slice(1).map((line) => line.split(',')[0])
    expect(keys).toHaveLength(1_234)
    expect(new Set(keys).size).toBe(1_234)
    expect(keys[0]).toBe('c1233')
  })

  it('are for those who may read the program', async () => {
    for (const list of ['partners', 'customers', 'transactions', 'payout_requests']) {
      expect((await fetch(`${server.url}/v1/${list}.csv`)).status).toBe(401)
    }
    const other = await createTestProgram(server)
    expect(await lines('/customers.csv', other)).toHaveLength(1)
  })
})
