import { beforeAll, describe, expect, it } from 'vitest'
import { dayText } from '../../../src/domain/figures/read-days.js'
import { DAY_MS } from '../../../src/domain/time/day-ms.js'
import { aClick } from '../../helpers/a-click.js'
import { aSignUp } from '../../helpers/a-sign-up.js'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer, type TestServer } from '../../helpers/start-test-server.js'

const today = Math.floor(Date.now() / DAY_MS)
const noon = (daysAgo: number) => (today - daysAgo) * DAY_MS + DAY_MS / 2

describe.each(databases)('reports on $name', (database) => {
  const server = startTestServer(database)

  describe('of a program with three customers', () => {
    let program: TestProgram
    beforeAll(async () => {
      program = await createTestProgram(server)
      await fill(program)
    })

    it('tell what came day by day, added up, and beside the days before', async () => {
      const asked = `from=${dayText(today - 2)}&to=${dayText(today)}`
      const { status, body } = await program.api.get(`/reports/days?${asked}`)
      expect(status).toBe(200)
      const nothing = {
        clicks: 0,
        signups: 0,
        referred_signups: 0,
        sales: 0,
        revenue: [],
        commissions: [],
      }
      expect(body).toEqual({
        data: {
          from: dayText(today - 2),
          to: dayText(today),
          days: [
            {
              ...nothing,
              day: dayText(today - 2),
              sales: 1,
              revenue: [{ units: 'USD', amount: 99.99 }],
              commissions: [{ units: 'USD', amount: 29.997 }],
            },
            { ...nothing, day: dayText(today - 1) },
            {
              day: dayText(today),
              clicks: 3,
              signups: 3,
              referred_signups: 2,
              sales: 2,
              revenue: [
                { units: 'EUR', amount: 5 },
                { units: 'USD', amount: 10 },
              ],
              commissions: [
                { units: 'EUR', amount: 1.5 },
                { units: 'USD', amount: 3 },
              ],
            },
          ],
          totals: {
            clicks: 3,
            signups: 3,
            referred_signups: 2,
            sales: 3,
            revenue: [
              { units: 'EUR', amount: 5 },
              { units: 'USD', amount: 109.99 },
            ],
            commissions: [
              { units: 'EUR', amount: 1.5 },
              { units: 'USD', amount: 32.997 },
            ],
          },
          before: {
            from: dayText(today - 5),
            to: dayText(today - 3),
            totals: {
              ...nothing,
              sales: 1,
              revenue: [{ units: 'USD', amount: 20 }],
              commissions: [{ units: 'USD', amount: 6 }],
            },
          },
        },
        status: 1,
      })
    })

    it('tell of the last thirty days where none are named', async () => {
      const { body } = await program.api.get('/reports/days')
      expect(body.data.days).toHaveLength(30)
      expect(body.data).toMatchObject({ to: dayText(today), totals: { sales: 4 } })
    })

    it('tell how many of those who clicked came, signed up and bought', async () => {
      const { body } = await program.api.get('/reports/funnel')
      expect(body.data.steps).toEqual([
        { name: 'clicks', count: 3, estimated: false, rate: null },
        { name: 'visitors', count: 2, estimated: false, rate: 66.7 },
        { name: 'signups', count: 2, estimated: false, rate: 100 },
        { name: 'buyers', count: 1, estimated: false, rate: 50 },
      ])
    })

    it('hold that who signed up did come, also where no click is known', async () => {
      const { api, events } = await createTestProgram(server)
      await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
      await events.post('/clicks', aClick('jane'))
      for (const key of ['ann', 'bob'])
        await api.post('/customers', { key, partner: { key: 'jane' } })
      const { steps } = (await api.get('/reports/funnel')).body.data
      expect(steps[2]).toEqual({ name: 'signups', count: 2, estimated: false, rate: 100 })
      const overview = (await api.get('/program/overview')).body.data
      expect(overview.click_to_signup_conversion).toBe('100')
    })

    it('project visitors where clicks were deleted for their age', async () => {
      const forgetful = await createTestProgram(server)
      await fill(forgetful)
      const db = await server.database.open()
      await db
        .deleteFrom('click')
        .where('program_id', '=', forgetful.id)
        .where('session', '=', 'of-another-visitor')
        .execute()
      const { body } = await forgetful.api.get('/reports/funnel')
      // Two of three clicks are left, of one visitor.
      expect(body.data.steps[1]).toMatchObject({ name: 'visitors', count: 2, estimated: true })
    })

    it.each([
      ['partners', [{ id: 'jane', key: 'jane', name: 'Jane', clicks: 3, signups: 2, sales: 2 }]],
      [
        'links',
        [
          { key: 'jane', name: 'jane', clicks: 2, signups: 1, sales: 2 },
          { key: 'winter', name: 'winter', clicks: 1, signups: 0, sales: 0 },
        ],
      ],
      [
        'landing_pages',
        [
          { name: 'https://shop.example/', clicks: 2, signups: 1, sales: 2 },
          { name: 'https://shop.example/spring', clicks: 1, signups: 0, sales: 0 },
        ],
      ],
    ])('tell which %s brought the most', async (of, expected) => {
      const { body } = await program.api.get(`/reports/top?of=${of}&from=${dayText(today)}`)
      expect(body.data).toMatchObject(expected)
      expect(body.data).toHaveLength(expected.length)
      expect(body.data[0]).toMatchObject({
        revenue: [
          { units: 'EUR', amount: 5 },
          { units: 'USD', amount: 10 },
        ],
        commissions: [
          { units: 'EUR', amount: 1.5 },
          { units: 'USD', amount: 3 },
        ],
      })
      const counted_since = `${dayText(today)}T00:00:00.000000Z`
      expect(body.meta).toEqual({ from: dayText(today), to: dayText(today), counted_since })
    })

    it('tell of as many as asked for', async () => {
      const { body } = await program.api.get('/reports/top?of=links&limit=1')
      expect(body.data).toMatchObject([{ key: 'jane' }])
    })

    it.each([
      ['from=2026-02-30', 'from'],
      ['from=yesterday', 'from'],
      ['to=2026-1-1', 'to'],
      ['from=2026-02-02&to=2026-02-01', 'from'],
      ['from=2024-01-01&to=2026-01-01', 'from'],
    ])('say what is wrong with %s', async (asked, field) => {
      for (const report of ['days', 'funnel']) {
        const { status, body } = await program.api.get(`/reports/${report}?${asked}`)
        expect([status, Object.keys(body.errors)]).toEqual([422, [field]])
      }
    })
  })

  it('tell nothing of other programs', async () => {
    await fill(await createTestProgram(server))
    const { api } = await createTestProgram(server)
    const { body } = await api.get('/reports/days')
    expect(body.data.totals).toMatchObject({ clicks: 0, signups: 0, sales: 0, revenue: [] })
    const funnel = await api.get('/reports/funnel')
    const counts = funnel.body.data.steps.map(({ count }: { count: number }) => count)
    expect(counts).toEqual([0, 0, 0, 0])
  })

  /** Three clicks of two visitors, three sign-ups, and sales of one customer on four days. */
  async function fill({ id, api, events }: TestProgram): Promise<void> {
    await api.post('/partners', { key: 'jane', email: 'jane@example.com', name: 'Jane' })
    await api.post('/partner_referral_links', { key: 'winter', partner: { key: 'jane' } })
    await events.post('/clicks', aClick('jane'))
    await events.post(
      '/clicks',
      aClick('winter', { url: 'https://shop.example/spring?utm=1&aff=winter#top' }),
    )
    await events.post('/clicks', aClick('jane', { session: 'of-another-visitor' }))
    await events.post('/customers', aSignUp({ key: 'ann' }, 'jane'))
    await api.post('/customers', { key: 'bob', partner: { key: 'jane' } })
    await events.post('/customers', aSignUp({ key: 'eve' }))
    const sell = (key: string, amount: number, amount_units = 'USD') =>
      api.post('/transactions', { customer: { key: 'ann' }, key, amount, amount_units })
    await sell('today', 10)
    await sell('in-euros', 5, 'EUR')
    await sell('two-days-ago', 99.99)
    await sell('four-days-ago', 20)
    await move(server, id, 'two-days-ago', noon(2))
    await move(server, id, 'four-days-ago', noon(4))
  }
})

/** As if a sale had come then. */
async function move(server: TestServer, programId: string, key: string, created_at: number) {
  const db = await server.database.open()
  const { uid } = await db
    .updateTable('transaction')
    .set({ created_at })
    .where('program_id', '=', programId)
    .where('key', '=', key)
    .returning('uid')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('reward')
    .set({ created_at })
    .where('program_id', '=', programId)
    .where('transaction_uid', '=', uid)
    .execute()
}
