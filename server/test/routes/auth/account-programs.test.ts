import { beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../helpers/create-api.js'
import { createTestAccount, ownPage, signedIn } from '../../helpers/create-test-account.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('programs made by an account on $name', (database) => {
  const server = startTestServer(database)
  const shop = { name: 'Shop', website: 'https://shop.example/', type: 'affiliate' }
  let cookie: string
  beforeAll(async () => {
    cookie = await signedIn(server, await createTestAccount(server))
  })

  const make = (body: object, headers: Record<string, string> = {}) =>
    ownPage(server, { cookie, ...headers }).post('/auth/v1/programs', body)

  it('are as they were asked for, opened by their first key and by the account', async () => {
    const { status, body } = await make({ ...shop, currency: 'eur', commission: '12.5%' })
    expect(status).toBe(200)
    const { program, api_key } = body.data
    expect(program).toEqual({
      public_id: expect.stringMatching(/^[A-Z][A-Z0-9]{7}$/),
      name: 'Shop',
      type: 'affiliate',
      website: 'https://shop.example',
      currency: 'EUR',
    })
    const api = createApi(`${server.url}/v1`, { authorization: `Bearer ${api_key}` })
    const settings = (await api.get('/settings')).body.data
    expect(settings).toMatchObject({ commission: '12.5%', hold_days: 0 })
    const session = await ownPage(server, { cookie }).get('/auth/v1/session')
    expect(session.body.data.account.every_program).toBe(true)
    expect(session.body.data.programs).toContainEqual(program)
  })

  it.each([
    ['name', { name: ' ' }],
    ['website', { website: 'shop.example' }],
    ['website', { website: 'javascript:alert(1)' }],
    ['type', { type: 'lottery' }],
    ['currency', { currency: 'EUX' }],
    ['commission', { commission: '120%' }],
    ['commission', { commission: 'a lot' }],
    ['commission', { commission: '5.001' }],
  ])('name the field %s where it is wrong: %j', async (field, wrong) => {
    const { status, body } = await make({ ...shop, ...wrong })
    expect(status).toBe(422)
    expect(Object.keys(body.errors)).toEqual([field])
  })

  it('are refused to an account that opens some programs only', async () => {
    const { id } = await createTestProgram(server)
    const limited = await signedIn(server, await createTestAccount(server, [id]))
    const { status, body } = await make(shop, { cookie: limited })
    expect(status).toBe(403)
    expect(body.message).toContain('accounts that open all of them')
  })

  it('are refused to whoever is not signed in, an API key too', async () => {
    const { apiKey } = await createTestProgram(server)
    expect((await make(shop, { cookie: '' })).status).toBe(401)
    const byKey = await make(shop, { cookie: '', authorization: `Bearer ${apiKey}` })
    expect(byKey.status).toBe(401)
  })

  it('are refused to pages of other sites', async () => {
    const site = await make(shop, { 'sec-fetch-site': 'cross-site' })
    expect(site).toMatchObject({ status: 403, body: { message: expect.stringContaining('pages') } })
    expect((await make(shop, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
  })
})
