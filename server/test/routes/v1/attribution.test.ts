import { beforeAll, describe, expect, it } from 'vitest'
import { aClick } from '../../helpers/a-click.js'
import { aSignUp } from '../../helpers/a-sign-up.js'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const SESSION = '0b51a4c5-6b0e-4c39-a5a6-1f3a2cbeed1f'
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT.+Z$/)
const jane = { id: 'jane', key: 'jane', name: 'Jane', email: 'jane@example.com' }

describe.each(databases)('the evidence of a credit on $name', (database) => {
  const server = startTestServer(database)
  let program: TestProgram
  beforeAll(async () => {
    program = await createTestProgram(server)
    await program.api.post('/partners', jane)
    await program.api.post('/partner_referral_links', { key: 'winter', partner: { key: 'jane' } })
  })

  const evidenceOf = async (key: string, { api } = program) => {
    const { status, body } = await api.get(`/customers/${key}/attribution`)
    expect(status).toBe(200)
    return body.data
  }

  it('is the last click before the sign-up, and all of the same visitor', async () => {
    const { events } = program
    const newsletter = { referrer: 'https://news.example/', url: 'https://shop.example/a?aff=jane' }
    await events.post('/clicks', aClick('jane', newsletter))
    await events.post('/clicks', aClick('nobody'))
    await events.post('/clicks', aClick('jane', { session: 'of-another-visitor' }))
    await events.post('/clicks', aClick('winter'))
    await events.post('/customers', aSignUp({ key: 'ann' }, 'winter'))
    // In the millisecond of the sign-up, it would be a click before it.
    const signedUpAt = Date.now()
    await expect.poll(Date.now).toBeGreaterThan(signedUpAt)
    await events.post('/clicks', aClick('winter', { url: 'https://shop.example/later' }))

    const last = {
      id: expect.any(String),
      at: TIME,
      key: 'winter',
      url: 'https://shop.example/?aff=winter',
      referrer: '',
      is_credited: true,
      is_bot: false,
    }
    expect(await evidenceOf('ann')).toEqual({
      customer: { id: 'ann', key: 'ann' },
      partner: jane,
      rule: 'last_click',
      credited_at: TIME,
      referral_key: 'winter',
      session: SESSION,
      click: last,
      clicks: [
        { ...last, ...newsletter, key: 'jane' },
        { ...last, key: 'nobody', url: expect.any(String), is_credited: false },
        last,
      ],
      flags: [],
    })
  })

  it('is the first click where the program says so', async () => {
    const first = await createTestProgram(server, { attribution: 'first_click' })
    await first.api.post('/partners', jane)
    await first.events.post('/clicks', aClick('jane', { url: 'https://shop.example/first' }))
    await first.events.post('/clicks', aClick('jane', { url: 'https://shop.example/last' }))
    await first.events.post('/customers', aSignUp({ key: 'ann' }, 'jane'))
    const evidence = await evidenceOf('ann', first)
    expect(evidence).toMatchObject({ rule: 'first_click', clicks: [{}, {}] })
    expect(evidence.click.url).toBe('https://shop.example/first')
  })

  it('is what a back end said, and when it said it first', async () => {
    const { api, events } = program
    await api.post('/customers', { key: 'bob', partner: { key: 'jane' } })
    await api.post('/customers', {
      key: 'cid',
      options: { referral_url: 'https://shop.example/?aff=winter' },
    })
    // The credit stands, whatever a browser says later.
    await events.post('/customers', aSignUp({ key: 'bob' }, 'winter'))
    const nothing = { session: null, click: null, clicks: [] }
    expect(await evidenceOf('bob')).toMatchObject({ rule: 'named', referral_key: null, ...nothing })
    expect(await evidenceOf('cid')).toMatchObject({
      partner: jane,
      rule: 'referral_url',
      referral_key: 'winter',
      ...nothing,
    })
  })

  it('comes with a credit that is given later', async () => {
    const { events } = program
    await events.post('/customers', aSignUp({ key: 'dan' }))
    const nobody = { partner: null, rule: null, credited_at: null, session: null }
    expect(await evidenceOf('dan')).toMatchObject(nobody)
    await events.post('/customers', aSignUp({ key: 'dan' }, 'jane'))
    const credited = { partner: jane, rule: 'last_click', session: SESSION }
    expect(await evidenceOf('dan')).toMatchObject(credited)
  })

  it('is not kept of a customer who was deleted', async () => {
    const { id, api, events } = program
    await events.post('/customers', aSignUp({ key: 'eve' }, 'jane'))
    await api.delete('/customers/eve')
    const db = await server.database.open()
    const kept = await db
      .selectFrom('customer')
      .select(['session', 'referral_key'])
      .where('program_id', '=', id)
      .where('status', '=', 'deleted')
      .execute()
    expect(kept).toEqual([{ session: null, referral_key: null }])
  })
})
