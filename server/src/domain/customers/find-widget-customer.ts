import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import { findCustomersByUid } from '../../store/customers.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { widgetSecret } from '../api-keys/widget-secret.js'
import { readWidgetToken } from '../api-keys/widget-token.js'

/**
 * The customer whom a widget token is for. One who was archived or deleted since has none that counts.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `widget_token_wrong` or `widget_token_expired`
 */
export async function findWidgetCustomer(
  db: Kysely<Database>,
  program: ProgramRow,
  token: string,
  now: number,
): Promise<CustomerRow> {
  const { program_id } = program
  const uid = readWidgetToken(await widgetSecret(db, program), program_id, token, now)
  const customer = (await findCustomersByUid(db, program_id, [uid])).get(uid)
  if (customer?.status !== 'active') throw new PollenError('widget_token_wrong')
  return customer
}
