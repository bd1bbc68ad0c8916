import type { Kysely } from 'kysely'
import { customerRecord } from '../../records/customer-records.js'
import { updateCustomer as updateRow } from '../../store/customers.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { findCustomer } from '../../store/statements/find-record.js'
import { giveReferralKey } from '../partners/give-referral-key.js'
import { foldEmail } from '../people/fold-email.js'
import { takenError } from '../taken-error.js'
import { emitEvent } from '../webhooks/emit-event.js'
import { flagCustomer } from './flag-customer.js'

/** What stays as it is, is `undefined`. */
export interface CustomerChanges {
  email?: string | undefined
  name?: string | undefined
  surname?: string | undefined
  key?: string | undefined
  tags?: string[] | undefined
  /** Merged into what is there. */
  metadata?: Record<string, unknown> | undefined
}

/**
 * Changes a customer. In a refer-a-friend program a new key gets a link of its own, and the link with
 * the old one goes on working, for it is out in the world.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`, naming what belongs to another customer already.
 */
export async function updateCustomer(
  trx: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
  { email, name, surname, key, tags, metadata }: CustomerChanges,
  now: number,
): Promise<CustomerRow> {
  const { program_id, uid } = customer
  if (email !== undefined) {
    const owner = await findCustomer(trx, program_id, { email })
    if (owner && owner.uid !== uid) throw takenError('email', email, 'customer')
  }
  if (key !== undefined) {
    const owner = await findCustomer(trx, program_id, { key })
    const isFree = !owner || owner.uid === uid
    const isAffiliate = program.type === 'affiliate'
    if (!isFree || !(isAffiliate || (await giveReferralKey(trx, program_id, uid, key, now)))) {
      throw takenError('key', key, 'customer')
    }
  }
  const updated = await updateRow(trx, customer, {
    // What a back end says, a browser cannot change any more.
    source: 'api',
    ...(email !== undefined && {
      email,
      email_folded: foldEmail(email),
      flags: await flagCustomer(trx, program, { ...customer, email }),
    }),
    ...(name !== undefined && { name }),
    ...(surname !== undefined && { surname }),
    ...(key !== undefined && { key, is_named: 1 }),
    ...(tags && { tags: JSON.stringify(tags) }),
    ...(metadata && {
      metadata: JSON.stringify({ ...JSON.parse(customer.metadata), ...metadata }),
    }),
    updated_at: now,
  })
  const record = () => customerRecord(trx, program, updated)
  await emitEvent(trx, program, 'customer.updated', record, now)
  return updated
}
