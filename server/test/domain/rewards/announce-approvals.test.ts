import { describe, expect, it } from 'vitest'
import { announceApprovals } from '../../../src/domain/rewards/announce-approvals.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const DAY_MS = 86_400_000

describe.each(databases)('approval of rewards on $name', (database) => {
  const server = startTestServer(database)

  async function withSale(holdDays: number) {
    const program = await createTestProgram(server, { hold_days: holdDays })
    const { api } = program
    const events = ['reward.created', 'reward.approved']
    // Nothing is sent there: what would be is read from the log.
    const url = 'http://127.0.0.1.example/'
    await api.post('/webhooks', { key: 'crm', name: 'CRM', url, events })
    await api.post('/partners', { email: 'jane@example.com', key: 'jane' })
    await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    await api.post('/transactions', { key: 't1', customer: { key: 'c1' }, amount: 100 })
    const told = async () =>
      (await api.get('/webhooks/crm/deliveries?sort=asc')).body.data.map(
        ({ event }: { event: string }) => event,
      )
    return { api, told }
  }

  /** Twice at once, as two processes may. */
  const announce = async (afterDays: number) => {
    const db = await server.database.open()
    const now = Date.now() + afterDays * DAY_MS
    await Promise.all([announceApprovals(db, now), announceApprovals(db, now)])
  }

  it('is told of at once where nothing is held', async () => {
    const { told } = await withSale(0)
    expect(await told()).toEqual(['reward.created', 'reward.approved'])
  })

  it('is told of once, when the hold is over', async () => {
    const { told } = await withSale(14)
    await announce(13)
    expect(await told()).toEqual(['reward.created'])
    await announce(15)
    await announce(16)
    expect(await told()).toEqual(['reward.created', 'reward.approved'])
  })

  it('is not told of when the sale was taken back meanwhile', async () => {
    const { api, told } = await withSale(14)
    await api.delete('/transactions/t1')
    await announce(15)
    expect(await told()).toEqual(['reward.created'])
  })
})
