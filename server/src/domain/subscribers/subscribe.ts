import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../../errors/pollen-error.js'
import { subscriberRecord } from '../../records/subscriber-records.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { insertReferralLink } from '../../store/referral-links.js'
import { findSubscriber, insertSubscriber, updateSubscriber } from '../../store/subscribers.js'
import type { SubscriberRow } from '../../store/tables/side-tables.js'
import { newReferralKey } from '../partners/referral-key.js'
import { foldEmail } from '../people/fold-email.js'
import { rewardReferrer } from '../rewards/reward-referrer.js'
import { emitEvent } from '../webhooks/emit-event.js'

export interface NewSubscriber {
  email: string
  id?: string | undefined
  name?: string | undefined
  tos?: boolean | undefined
  marketing_consent?: boolean | undefined
  status?: SubscriberRow['status'] | undefined
  approved?: boolean | undefined
  /** Of a browser's report, see `SignUp`. */
  reportId?: string | undefined
}

/**
 * Records a subscriber once, with a link to share. Who stands already stays as it is; whom nobody was
 * credited for is credited to the first referrer.
 *
 * @param trx A database transaction: a subscriber and the link are written together.
 * @param referrerUid `undefined` for nobody.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid` when the id belongs to somebody with another e-mail address.
 */
export async function subscribe(
  trx: Kysely<Database>,
  program: ProgramRow,
  input: NewSubscriber,
  referrerUid: string | undefined,
  now: number,
): Promise<{ isNew: boolean; subscriber: SubscriberRow }> {
  const { program_id } = program
  const key = newReferralKey()
  const subscriber: SubscriberRow = {
    program_id,
    uid: uuidv7(),
    id: input.id ?? key,
    key,
    email: input.email,
    email_folded: foldEmail(input.email),
    name: input.name ?? null,
    tos: input.tos ? 1 : 0,
    marketing_consent: input.marketing_consent ? 1 : 0,
    status: input.status ?? 'active',
    is_approved: input.approved === false ? 0 : 1,
    referrer_uid: referrerUid ?? null,
    report_id: input.reportId ?? null,
    created_at: now,
    updated_at: now,
  }
  if (!(await insertSubscriber(trx, subscriber))) {
    const standing = await keepStanding(trx, program, input, referrerUid, now)
    return { isNew: false, subscriber: standing }
  }
  const isLinked = await insertReferralLink(trx, {
    program_id,
    key,
    owner_uid: subscriber.uid,
    created_at: now,
  })
  if (!isLinked) throw new PollenError('busy')
  const record = () => subscriberRecord(trx, program, subscriber)
  await emitEvent(trx, program, 'subscriber.created', record, now)
  await rewardReferrer(trx, program, subscriber, now)
  return { isNew: true, subscriber }
}

async function keepStanding(
  trx: Kysely<Database>,
  program: ProgramRow,
  { id, email }: NewSubscriber,
  referrerUid: string | undefined,
  now: number,
): Promise<SubscriberRow> {
  const standing = await findSubscriber(trx, program.program_id, { email })
  if (!standing) {
    throw new PollenError('invalid', {
      id: [`The id "${id}" belongs to a subscriber with another e-mail address.`],
    })
  }
  const isCreditable = standing.referrer_uid === null && referrerUid !== standing.uid
  if (referrerUid === undefined || !isCreditable) return standing
  const changes = { referrer_uid: referrerUid, updated_at: now }
  const credited = await updateSubscriber(trx, standing, changes)
  if (!credited) throw new PollenError('busy')
  await rewardReferrer(trx, program, credited, now)
  return credited
}
