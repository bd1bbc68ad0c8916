import type { Kysely } from 'kysely'
import { subscriberRecord } from '../../records/subscriber-records.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { deleteSubscriber } from '../../store/subscribers.js'
import type { SubscriberRow } from '../../store/tables/side-tables.js'
import { emitEvent } from '../webhooks/emit-event.js'

/**
 * Deletes a subscriber. What others earned by referring them stays theirs.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 */
export async function removeSubscriber(
  trx: Kysely<Database>,
  program: ProgramRow,
  subscriber: SubscriberRow,
  now: number,
): Promise<void> {
  const record = await subscriberRecord(trx, program, subscriber)
  await deleteSubscriber(trx, subscriber)
  await emitEvent(trx, program, 'subscriber.deleted', () => record, now)
}
