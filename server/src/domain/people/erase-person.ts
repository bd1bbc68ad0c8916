import type { Kysely } from 'kysely'
import { anonymiseClicksNaming, anonymiseLinksOf } from '../../store/clicks-of-person.js'
import type { Database, ProgramRow } from '../../store/database.js'
import {
  anonymiseSalesNaming,
  deleteMessagesAbout,
  deleteTracesOf,
  forgetPayoutsOf,
  type Role,
} from '../../store/rows-of-person.js'
import { findCustomer, findPartner } from '../../store/statements/find-record.js'
import { findSubscriber } from '../../store/subscribers.js'
import { deleteCustomer } from '../customers/change-customer.js'
import { deletePartner } from '../partners/change-partner.js'
import { removeSubscriber } from '../subscribers/remove-subscriber.js'

/**
 * Erases a person from a program: nothing that tells of them stays but messages of webhooks that have
 * still to arrive, among them the one that tells other systems to do the same. What was bought, earned
 * and paid stays in the books without a name.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @returns The roles that the person had.
 */
export async function erasePerson(
  trx: Kysely<Database>,
  program: ProgramRow,
  email: string,
  now: number,
): Promise<Role[]> {
  const { program_id } = program
  const customer = await findCustomer(trx, program_id, { email })
  const partner = await findPartner(trx, program_id, { email })
  const subscriber = await findSubscriber(trx, program_id, { email })
  await deleteMessagesAbout(trx, program_id, email, customer?.id)
  await deleteTracesOf(trx, program_id, email, customer?.uid)
  await anonymiseClicksNaming(trx, program_id, email)
  for (const uid of [customer?.uid, partner?.uid, subscriber?.uid]) {
    if (uid !== undefined) await anonymiseLinksOf(trx, program_id, uid)
  }
  if (customer) {
    await anonymiseSalesNaming(trx, program_id, customer.uid, email)
    await deleteCustomer(trx, program, customer, now)
  }
  if (partner) {
    await forgetPayoutsOf(trx, program_id, partner.uid)
    await deletePartner(trx, program, partner, now)
  }
  if (subscriber) await removeSubscriber(trx, program, subscriber, now)
  return [
    ...(customer ? (['customer'] as const) : []),
    ...(partner ? (['partner'] as const) : []),
    ...(subscriber ? (['subscriber'] as const) : []),
  ]
}
