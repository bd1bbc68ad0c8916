import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LATEST_RETRY_MS } from '../../src/domain/time/retry-time.js'
import type { Database, WebhookDeliveryRow } from '../../src/store/database.js'
import { insertMail, listDueMail } from '../../src/store/mail.js'
import { recallOutbox } from '../../src/store/recall-outbox.js'
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

  it('does not wait for a clock that was set back by a day, and keeps to what it put off since', async () => {
    const [now, program] = [10_000, { program_id: 'PROGRAM3' }]
    const [dayAhead, retry] = [now + 86_400_000, now + LATEST_RETRY_MS]
    await insertWebhookDeliveries(db, [
      delivery('3', { ...program, next_attempt_at: dayAhead }),
      delivery('4', { ...program, next_attempt_at: retry }),
    ])
    await insertMail(db, {
      ...program,
      kind: 'sign_in',
      ...{ uid: '5', email: 'ann@example.com', content: '{}', failed: 1 },
      ...{ created_at: now, expires_at: 2 * dayAhead, next_attempt_at: dayAhead },
    })
    await recallOutbox(db, 'webhook_delivery', now, LATEST_RETRY_MS)
    await recallOutbox(db, 'mail', now, LATEST_RETRY_MS)
    expect(await due(now)).toContain('3')
    expect(await due(now)).not.toContain('4')
    expect((await listDueMail(db, now, 10)).map(({ uid }) => uid)).toEqual(['5'])
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
