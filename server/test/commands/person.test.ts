import { describe, expect, it } from 'vitest'
import { personCommand } from '../../src/commands/person.js'
import { aClick } from '../helpers/a-click.js'
import { aSignUp } from '../helpers/a-sign-up.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { messagesAreTried } from '../helpers/messages-are-tried.js'
import { runCommand } from '../helpers/run-command.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases)('pollen-server person on $name', (database) => {
  const server = startTestServer(database)
  const run = (...args: string[]) => runCommand(personCommand(), server, args)

  /** A program in which Jane is a partner, Anna her customer, and Anna a lead as well. */
  async function program() {
    const made = await createTestProgram(server)
    const { api, events } = made
    // Nothing is sent there.
    const url = 'http://127.0.0.1.example/'
    const told = ['customer.created', 'customer.deleted', 'transaction.created']
    await api.post('/webhooks', { key: 'crm', name: 'CRM', url, events: told })
    await api.post('/partners', { key: 'jane', email: 'jane@example.com', name: 'Jane Doe' })
    await events.post('/clicks', aClick('jane'))
    const newsletter = 'https://shop.example/?aff=jane&to=Anna%40example.com'
    await events.post('/clicks', aClick('jane', { url: newsletter }))
    const anna = { key: 'user-1', email: 'Anna@Example.com', name: 'Anna' }
    await events.post('/customers', aSignUp(anna, 'jane'))
    await api.put('/customers/user-1', { tags: ['vip'], surname: 'Brown' })
    await api.post('/transactions', { customer: { key: 'user-1' }, key: 't1', amount: 99.99 })
    const lead = { name: 'Anna Brown', email: 'anna@example.com', partner: { key: 'jane' } }
    await api.post('/leads', lead)
    await api.post('/customers', {
      ...{ key: 'other', email: 'mary-anna@example.com', partner: { key: 'jane' } },
    })
    return made
  }

  /** Every text that the database holds for the program. */
  async function stored(programId: string): Promise<string> {
    const db = await server.database.open()
    const tables = await db.introspection.getTables()
    const ours = tables.filter(({ columns }) => columns.some(({ name }) => name === 'program_id'))
    const rows = await Promise.all(
      ours.map(({ name }) =>
        db
          .selectFrom(name as 'customer')
          .selectAll()
          .where('program_id', '=', programId)
          .execute(),
      ),
    )
    return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
  }

  it('exports all that is stored of somebody, and nothing of others', async () => {
    const { id } = await program()
    const printed = await run('export', 'anna@example.com', '--program', id)
    const { email, programs } = JSON.parse(printed)
    expect(email).toBe('anna@example.com')
    expect(programs).toMatchObject([
      {
        program: { public_id: id },
        roles: {
          customer: {
            customer: [{ key: 'user-1', name: 'Anna', surname: 'Brown', tags: ['vip'] }],
            transaction: [{ key: 't1', amount: '99.99', created_at: expect.stringMatching(/Z$/) }],
          },
        },
        leads: [{ name: 'Anna Brown' }],
        clicks: [{ key: 'jane', url: expect.stringContaining('to=Anna%40example.com') }],
        webhook_messages: [{ event: 'customer.created' }, { event: 'transaction.created' }],
      },
    ])
    expect(printed).not.toMatch(/jane@|mary-anna/)
    const partner = JSON.parse(await run('export', 'jane@example.com', '--program', id))
    expect(partner.programs[0].roles.partner).toMatchObject({
      partner: [{ name: 'Jane Doe' }],
      reward: [{ amount: '29.997' }],
      balance_entry: [{ amount: '29.997' }],
      referral_link: [{ key: 'jane' }],
    })
  })

  it('says of somebody unknown that nothing is stored', async () => {
    await program()
    expect(JSON.parse(await run('export', 'nobody@example.com')).programs).toEqual([])
  })

  it('erases somebody, tells the webhooks, and leaves the books as they were', async () => {
    const { id, api } = await program()
    const before = (await api.get('/partners/jane')).body.data
    const db = await server.database.open()
    await messagesAreTried(api, 'crm')
    // As if they had arrived.
    await db.updateTable('webhook_delivery').set({ next_attempt_at: null }).execute()
    expect(await run('erase', 'ANNA@example.com', '--program', id)).toContain('was a customer')

    const [last, ...others] = (await api.get('/webhooks/crm/deliveries')).body.data
    expect(last.event).toBe('customer.deleted')
    expect(others).toMatchObject([{ event: 'customer.created', data: { key: 'other' } }])
    await db.deleteFrom('webhook_delivery').where('uid', '=', last.id).execute()
    expect(await stored(id)).not.toMatch(/"anna|Anna|Brown|user-1/)
    expect((await api.get('/transactions/t1')).body.data).toMatchObject({ amount: 99.99 })
    expect((await api.get('/customers/other')).status).toBe(200)

    const told = JSON.parse(await run('erase', 'jane@example.com', '--program', id, '--json'))
    const erased = { public_id: id, name: expect.any(String), roles: ['partner'] }
    expect(told).toEqual({ email: 'jane@example.com', programs: [erased] })
    expect(await stored(id)).not.toMatch(/jane@|Jane|"jane"|=jane/)
    const entries = await db
      .selectFrom('balance_entry')
      .select('amount_micros')
      .where('program_id', '=', id)
      .execute()
    expect(entries).toEqual([{ amount_micros: 29_997_000n }])
    expect(before.referrals).toMatchObject({ clicks: 2, signups: 2 })
    expect(JSON.parse(await run('export', 'anna@example.com', '--program', id)).programs).toEqual(
      [],
    )
  })

  it('erases an address however it is spelt, wherever somebody wrote it', async () => {
    const { id, api, events } = await createTestProgram(server)
    const email = 'Änna+News@Exämple.com'
    const [wholly, shouted] = [encodeURIComponent(email.toLowerCase()), email.toUpperCase()]
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    await api.post('/partners', { key: 'änna', email, name: 'Änna' })
    const url = `https://shop.example/?to=${wholly}`
    await events.post('/clicks', aClick('jane', { url }))
    await events.post('/clicks', aClick('jane', { referrer: url.replace('%2B', '+') }))
    await events.post('/clicks', aClick(email))
    await events.post('/customers', aSignUp({ key: 'user-2' }, 'änna'))
    await api.post('/customers', { key: 'user-1', email, partner: { key: 'jane' } })
    const sale = { key: `order-${email}`, amount: 100, product_id: `gift for ${shouted}` }
    await api.post('/transactions', { ...sale, customer: { key: 'user-1' } })
    await api.post('/leads', { name: 'Änna', email: shouted, partner: { key: 'jane' } })
    const onna = { name: 'Onna', email: 'onna+news@exämple.com' }
    await api.post('/leads', { ...onna, partner: { key: 'jane' } })

    const { programs } = JSON.parse(await run('export', email, '--program', id))
    expect(programs[0].leads).toMatchObject([{ email: shouted }])
    expect(programs[0].clicks).toHaveLength(3)
    await run('erase', email, '--program', id)
    const left = await stored(id)
    expect(left).not.toMatch(/änna|%C3%A4nna/i)
    expect(left).toContain('onna+news@exämple.com')
    expect((await api.get('/partners/jane')).body.data.referrals).toMatchObject({ clicks: 2 })
  })

  it('erases from all programs unless one is named', async () => {
    const [one, other] = [await program(), await program()]
    await run('erase', 'anna@example.com', '--program', one.id)
    expect((await one.api.get('/customers/user-1')).status).toBe(404)
    expect((await other.api.get('/customers/user-1')).status).toBe(200)
    await run('erase', 'anna@example.com')
    expect((await other.api.get('/customers/user-1')).status).toBe(404)
  })
})
