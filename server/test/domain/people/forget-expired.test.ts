import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { forgetExpired } from '../../../src/domain/people/forget-expired.js'
import { foldAllFigures } from '../../../src/store/figures/fold-figures.js'
import { aClick } from '../../helpers/a-click.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { sqlite } from '../../helpers/databases.js'
import { messagesAreTried } from '../../helpers/messages-are-tried.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const DAY_MS = 86_400_000

const server = startTestServer(sqlite)

it('sealed leads and the log of webhooks go when the program says', async () => {
  const { id, api } = await createTestProgram(server)
  await api.put('/settings', { settings: { lead_retention_days: 90, webhook_log_days: 7 } })
  await api.post('/webhooks', {
    ...{ key: 'crm', name: 'CRM', url: 'http://127.0.0.1.example/' },
    events: ['partner.created'],
  })
  await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
  const partner = { key: 'jane' }
  for (const name of ['Anna', 'Bob']) {
    await api.post('/leads', { name, email: `${name}@example.com`, partner })
  }
  expect((await api.post('/leads/reject', { id: 1 })).status).toBe(200)
  await messagesAreTried(api, 'crm')
  const db = await server.database.open()
  await db.updateTable('webhook_delivery').set({ next_attempt_at: null }).execute()

  const leftAfter = async (days: number) => {
    await forgetExpired(db, Date.now() + days * DAY_MS)
    const leads = await db.selectFrom('lead').select('name').where('program_id', '=', id).execute()
    const { body } = await api.get('/webhooks/crm/deliveries')
    return [leads.map(({ name }) => name).sort(), body.data.length]
  }
  expect(await leftAfter(6)).toEqual([['Anna', 'Bob'], 1])
  expect(await leftAfter(8)).toEqual([['Anna', 'Bob'], 0])
  expect(await leftAfter(91)).toEqual([['Bob'], 0])
})

it('clicks go when the program says, and figures go on counting them', async () => {
  const { id, api, events } = await createTestProgram(server)
  await api.put('/settings', { settings: { click_retention_days: 60 } })
  await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
  for (const days of [0, 59, 61]) {
    const made = { msecs: Date.now() - days * DAY_MS }
    expect((await events.post('/clicks', aClick('jane', { id: uuidv7(made) }))).status).toBe(201)
  }
  const db = await server.database.open()
  await forgetExpired(db, Date.now())
  await foldAllFigures(db)
  const clicks = await db.selectFrom('click').select('id').where('program_id', '=', id).execute()
  expect(clicks).toHaveLength(2)
  expect((await api.get('/partners/jane')).body.data.referrals.clicks).toBe(3)
})
