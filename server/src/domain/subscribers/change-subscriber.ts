import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import { subscriberRecord } from '../../records/subscriber-records.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findSubscriber, updateSubscriber } from '../../store/subscribers.js'
import type { SubscriberRow } from '../../store/tables/side-tables.js'
import { foldEmail } from '../people/fold-email.js'
import { rewardReferrer } from '../rewards/reward-referrer.js'
import { takenError } from '../taken-error.js'
import { emitEvent } from '../webhooks/emit-event.js'
import type { NewSubscriber } from './subscribe.js'

/**
 * Changes what is given of a subscriber.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `subscriber_not_found` or `invalid`
 */
export async function changeSubscriber(
  db: Kysely<Database>,
  program: ProgramRow,
  subscriber: SubscriberRow,
  changes: Partial<NewSubscriber>,
  now: number,
): Promise<SubscriberRow> {
  const { program_id } = program
  return inTransaction(db, async (trx) => {
    for (const name of ['id', 'email'] as const) {
      const namesake = await findSubscriber(trx, program_id, { [name]: changes[name] })
      if (namesake && namesake.uid !== subscriber.uid) {
        throw takenError(name, changes[name] ?? '', 'subscriber')
      }
    }
    const changed = await updateSubscriber(trx, subscriber, columnsOf(changes, now))
    if (!changed) throw new PollenError('subscriber_not_found')
    const record = () => subscriberRecord(trx, program, changed)
    await emitEvent(trx, program, 'subscriber.updated', record, now)
    await rewardReferrer(trx, program, changed, now)
    return changed
  })
}

const columnsOf = (
  { id, email, name, tos, marketing_consent, status, approved }: Partial<NewSubscriber>,
  now: number,
): Partial<SubscriberRow> => ({
  ...(id !== undefined && { id }),
  ...(email !== undefined && { email, email_folded: foldEmail(email) }),
  ...(name !== undefined && { name }),
  ...(tos !== undefined && { tos: tos ? 1 : 0 }),
  ...(marketing_consent !== undefined && { marketing_consent: marketing_consent ? 1 : 0 }),
  ...(status && { status }),
  ...(approved !== undefined && { is_approved: approved ? 1 : 0 }),
  updated_at: now,
})
