import type { Kysely } from 'kysely'
import type { Database, PaymentEventRow, PaymentProvider } from './database.js'

export async function insertPaymentEvent(
  db: Kysely<Database>,
  event: PaymentEventRow,
): Promise<void> {
  await db.insertInto('payment_event').values(event).execute()
}

export function findPaymentEvent(
  db: Kysely<Database>,
  programId: string,
  provider: PaymentProvider,
  id: string,
): Promise<PaymentEventRow | undefined> {
  return db
    .selectFrom('payment_event')
    .selectAll()
    .where('program_id', '=', programId)
    .where('provider', '=', provider)
    .where('id', '=', id)
    .executeTakeFirst()
}
