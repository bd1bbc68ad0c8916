import type { Kysely, Updateable } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import { customerRecord } from '../../records/customer-records.js'
import { changeCustomerStatus } from '../../store/customers.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { deleteReferralLinksOf } from '../../store/referral-links.js'
import { emitEvent } from '../webhooks/emit-event.js'

/** What can happen to a customer as a whole. */
export type CustomerAction = (
  trx: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
  now: number,
) => Promise<void>

const move =
  (from: CustomerRow['status'], to: CustomerRow['status'], reason: string): CustomerAction =>
  async (trx, program, customer, now) => {
    const changes = { status: to, updated_at: now }
    const moved = await changeCustomerStatus(trx, customer, [from], changes)
    if (!moved) throw new PollenError('action_failed', { customer: [reason] })
    const record = () => customerRecord(trx, program, moved)
    await emitEvent(trx, program, 'customer.updated', record, now)
  }

/** Until `restoreCustomer`, sales of the customer earn nothing. What was earned stays. */
export const archiveCustomer = move('active', 'archived', 'The customer is archived already.')

export const restoreCustomer = move('archived', 'active', 'The customer is not archived.')

/**
 * Deletes a customer for good. Nothing that tells of the person stays; what they bought, and what that
 * earned others, stays in the books without a name. Their id, key and e-mail address are free again.
 */
export const deleteCustomer: CustomerAction = async (trx, program, customer, now) => {
  const { program_id, uid } = customer
  const record = await customerRecord(trx, program, customer)
  await deleteReferralLinksOf(trx, program_id, uid)
  const changes = { ...nameless(uid), updated_at: now, deleted_at: now }
  const deleted = await changeCustomerStatus(trx, customer, ['active', 'archived'], changes)
  if (!deleted) throw new PollenError('customer_not_found')
  await emitEvent(trx, program, 'customer.deleted', () => ({ ...record, status: 'deleted' }), now)
}

const nameless = (uid: string): Updateable<Database['customer']> => ({
  id: uid,
  key: uid,
  email: null,
  email_folded: null,
  name: null,
  surname: null,
  tags: '[]',
  metadata: '{}',
  flags: '[]',
  referral_key: null,
  session: null,
  status: 'deleted',
})
