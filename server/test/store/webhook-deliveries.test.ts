import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database, WebhookDeliveryRow } from '../../src/store/database.js'
import { claim } from '../../src/store/statements/claim.js'
import {
  deleteOldDeliveries,
  insertWebhookDeliveries,
  listDueDeliveries,
} from '../../src/store/webhook-deliveries.js'
import { databases } from '../helpers/databases.js'

const delivery = (uid: string, more: Partial<WebhookDeliveryRow> = {}): WebhookDeliveryRow => ({
  program_id: 'PROGRAM1',
  uid,
  webhook_uid: 'hook',
  event: 'partner.created',
  data: '{}',
  status: 'pending',
  attempts: '[]',
  created_at: 1000,
  failed_in_row: 0,
  first_attempt_at: null,
  next_attempt_at: 1000,
  ...more,
})

describe.each(databases)('the outbox on $name', ({ create }) => {
  let db: Kysely<Database>
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await create()
    db = await database.open()
    drop = database.drop
  })
  afterAll(() => drop())

  const due = async (now: number, except: string[] = []) =>
    (await listDueDeliveries(db, now, 10, except)).map(({ uid }) => uid)

  it('gives a message to one of two processes, and again when that one has died', async () => {
    const message = delivery('1')
    await insertWebhookDeliveries(db, [message])
    expect(await due(999)).toEqual([])
    expect(await due(1000, ['hook'])).toEqual([])
    expect(await due(1000)).toEqual(['1'])
    expect(await claim(db, 'webhook_delivery', message, 2000)).toBe(true)
    expect(await claim(db, 'webhook_delivery', message, 2000)).toBe(false)
    expect(await due(1999)).toEqual([])
    expect(await due(2000)).toEqual(['1'])
  })

  it('forgets old messages, unless they are still to be sent', async () => {
    const program = { program_id: 'PROGRAM2' }
    await insertWebhookDeliveries(db, [
      delivery('old', { ...program, created_at: 1, next_attempt_at: null, status: 'delivered' }),
      delivery('waiting', { ...program, created_at: 1, next_attempt_at: 9000 }),
      delivery('new', { ...program, created_at: 9000, next_attempt_at: null, status: 'failed' }),
    ])
    await deleteOldDeliveries(db, 'PROGRAM2', 5000)
    const left = db
      .selectFrom('webhook_delivery')
      .select('uid')
      .where('program_id', '=', 'PROGRAM2')
    const uids = (await left.execute()).map(({ uid }) => uid)
    expect(uids.sort()).toEqual(['new', 'waiting'])
  })
})
