import { describe, expect, it } from 'vitest'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases, sqlite } from '../../helpers/databases.js'
import { eventually } from '../../helpers/eventually.js'
import { portalBrowser } from '../../helpers/portal-browser.js'
import { startMailServer } from '../../helpers/start-mail-server.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const PUBLIC_URL = 'https://pollen.example'
const PASSWORD = 'Correct-horse-1'

describe.each(databases)('joining and signing in to the portal on $name', (database) => {
  const mailServer = startMailServer()
  const server = startTestServer(database, () => ({
    smtpUrl: mailServer.url,
    mailFrom: 'news@shop.example',
    publicUrl: PUBLIC_URL,
    trustProxy: true,
  }))

  const programThat = async (partner_sign_up: 'closed' | 'approval' | 'open') => {
    const program = await createTestProgram(server, { name: 'Shop' })
    await program.api.put('/settings', { settings: { partner_sign_up } })
    return program
  }

  const visit = ({ id }: TestProgram) => portalBrowser(server, id)

  const lettersTo = (email: string, count = 1) =>
    eventually(() => {
      const letters = mailServer.letters.filter(({ recipient }) => recipient === email)
      expect(letters).toHaveLength(count)
      return letters
    })

  const tokenOf = (link: string) => new URLSearchParams(new URL(link).hash.slice(1)).get('token')

  it('tells a stranger the name of the program, and whether one may join', async () => {
    const program = await programThat('approval')
    const { status, body, headers } = await visit(program).get('/')
    expect({ status, data: body.data }).toEqual({
      status: 200,
      data: {
        public_id: program.id,
        name: 'Shop',
        website: 'https://shop.example',
        sign_up: 'approval',
        sends_mail: true,
        offer: { type: 'percent', amount: 30, currency: null, sales: 'every', months: null },
      },
    })
    const closed = await programThat('closed')
    expect((await visit(closed).get('/')).body.data.offer).toBeNull()
    expect(headers['cache-control']).toBe('no-store')
    expect((await portalBrowser(server, 'NOSUCH01').get('/')).status).toBe(404)
    const friends = await createTestProgram(server, { type: 'refer_a_friend' })
    expect((await visit(friends).get('/')).status).toBe(404)
  })

  it('lets nobody join a program that does not say so', async () => {
    const program = await createTestProgram(server)
    const answer = await visit(program).post('/sign-up', { email: 'zoe@example.com', name: 'Zoe' })
    expect(answer.status).toBe(403)
    expect((await program.api.get('/partners')).body.data).toEqual([])
  })

  it('lets people join who have the address, and sign in by a link that works once', async () => {
    const program = await programThat('open')
    const browser = visit(program)
    const joined = await browser.post('/sign-up', { email: 'ann@example.com', name: 'Ann' })
    expect(joined).toMatchObject({ status: 202, body: { data: { next: 'letter' } } })
    expect(browser.cookie).toBe('')
    const [letter] = await lettersTo('ann@example.com')
    expect(letter?.subject).toBe('Sign in to Shop')
    expect(letter?.link).toMatch(
      new RegExp(`^${PUBLIC_URL}/partners/${program.id}/sign-in#token=[\\w-]{43}$`),
    )
    const token = tokenOf(letter?.link ?? '')
    const signedIn = await browser.post('/sign-in-links/redeem', { token })
    expect(signedIn.body.data).toMatchObject({ email: 'ann@example.com', name: 'Ann' })
    const [cookie] = signedIn.headers['set-cookie'] as string[]
    expect(cookie).toMatch(
      new RegExp(`; Path=/portal/v1/programs/${program.id}; HttpOnly; Secure; SameSite=Lax$`),
    )
    expect((await browser.get('/me')).status).toBe(200)

    const again = await visit(program).post('/sign-in-links/redeem', { token })
    expect(again).toMatchObject({ status: 401, body: { message: expect.stringContaining('once') } })
    await browser.post('/sign-out')
    expect(browser.cookie).toBe('')
    expect((await browser.get('/me')).status).toBe(401)
  })

  it('has partners wait for approval, who are told of it by letter', async () => {
    const program = await programThat('approval')
    const browser = visit(program)
    await browser.post('/sign-up', { email: 'bea@example.com', name: 'Bea' })
    expect((await lettersTo('bea@example.com'))[0]?.subject).toBe('Your application to Shop')
    await browser.post('/sign-in-links', { email: 'bea@example.com' })
    expect((await program.api.get('/partners/bea@example.com')).body.data.status).toBe('pending')

    await program.api.post('/partners/bea@example.com/approve')
    const letters = await lettersTo('bea@example.com', 2)
    expect(letters[1]).toMatchObject({
      subject: 'You are a partner of Shop',
      link: `${PUBLIC_URL}/partners/${program.id}`,
    })
    await browser.post('/sign-in-links', { email: 'bea@example.com' })
    expect((await lettersTo('bea@example.com', 3))[2]?.subject).toBe('Sign in to Shop')
  })

  it('answers the same whether an address is known or not', async () => {
    const program = await programThat('open')
    await program.api.post('/partners', { email: 'cam@example.com', password: PASSWORD })
    const [known, unknown] = [
      { email: 'cam@example.com', name: 'C' },
      { email: 'who@example.com', name: 'W' },
    ]
    for (const path of ['/sign-in-links', '/sign-up', '/sign-in']) {
      const body = { password: 'Wrong-password-1' }
      const more = path === '/sign-in' ? body : {}
      const first = await visit(program).post(path, { ...known, ...more })
      const second = await visit(program).post(path, { ...unknown, ...more })
      expect([first.status, first.body]).toEqual([second.status, second.body])
    }
    const mine = await lettersTo('cam@example.com', 2)
    expect(mine.every(({ subject }) => subject === 'Sign in to Shop')).toBe(true)
    expect((await program.api.get('/partners/cam@example.com')).body.data.name).toBeNull()
  })

  it('takes the token that the REST API makes, and the password that it sets', async () => {
    const program = await createTestProgram(server)
    await program.api.post('/partners', {
      email: 'dan@example.com',
      key: 'dan',
      password: PASSWORD,
    })
    const { body } = await program.api.post('/partners:sign-in-url', { key: 'dan' })
    const browser = visit(program)
    await browser.post('/sign-in-links/redeem', { token: tokenOf(body.data.url) })
    expect((await browser.get('/me')).body.data.key).toBe('dan')
    const other = visit(program)
    const right = { email: 'Dan@Example.com', password: PASSWORD }
    expect((await other.post('/sign-in', right)).body.data.key).toBe('dan')
  })

  it('refuses a token that is too old, or of another program', async () => {
    const program = await createTestProgram(server)
    const other = await createTestProgram(server)
    await program.api.post('/partners', { email: 'eli@example.com', key: 'eli' })
    const make = async () =>
      tokenOf((await program.api.post('/partners:sign-in-url', { key: 'eli' })).body.data.url)
    const token = await make()
    expect((await visit(other).post('/sign-in-links/redeem', { token })).status).toBe(401)
    expect((await visit(program).post('/sign-in-links/redeem', { token })).status).toBe(200)

    const old = await make()
    await (await server.database.open())
      .updateTable('sign_in_token')
      .set({ expires_at: Date.now() - 1 })
      .where('program_id', '=', program.id)
      .execute()
    expect((await visit(program).post('/sign-in-links/redeem', { token: old })).status).toBe(401)
  })

  it('sends nobody more than five links that work at a time', async () => {
    const program = await createTestProgram(server)
    await program.api.post('/partners', { email: 'flo@example.com' })
    const db = await server.database.open()
    const links = () =>
      db.selectFrom('sign_in_token').selectAll().where('program_id', '=', program.id).execute()
    for (let request = 0; request < 5; request++) {
      const answer = await visit(program).post('/sign-in-links', { email: 'flo@example.com' })
      expect(answer.status).toBe(202)
    }
    await program.api.post('/partners:sign-in-url', { email: 'flo@example.com' })
    expect(await links()).toHaveLength(6)
    const tooMany = await visit(program).post('/sign-in-links', { email: 'FLO@example.com' })
    expect(tooMany).toMatchObject({ status: 429, headers: { 'retry-after': expect.any(String) } })
  })
})

describe('a portal without mail', () => {
  const server = startTestServer(sqlite, { trustProxy: true })

  it('lets people join with a password, and says that it sends no links', async () => {
    const program = await createTestProgram(server)
    await program.api.put('/settings', { settings: { partner_sign_up: 'open' } })
    const browser = portalBrowser(server, program.id)
    const person = { email: 'gus@example.com', name: 'Gus' }
    const without = await browser.post('/sign-up', person)
    expect(without).toMatchObject({
      status: 422,
      body: { errors: { password: [expect.anything()] } },
    })
    await browser.post('/sign-up', { ...person, password: PASSWORD })
    expect((await browser.get('/me')).body.data).toMatchObject({ name: 'Gus', has_password: true })

    expect((await browser.post('/sign-in-links', { email: person.email })).status).toBe(409)
    const taken = await portalBrowser(server, program.id).post('/sign-up', {
      ...person,
      password: PASSWORD,
    })
    expect(taken).toMatchObject({ status: 422, body: { errors: { email: [expect.anything()] } } })
  })
})
