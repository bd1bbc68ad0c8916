import type { Kysely } from 'kysely'
import type { Database, PaymentProvider, PaymentProviderRow } from './database.js'

/** Connects a provider, or gives one that is connected another secret. */
export function upsertPaymentProvider(
  db: Kysely<Database>,
  row: PaymentProviderRow,
): Promise<PaymentProviderRow> {
  return db
    .insertInto('payment_provider')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['program_id', 'provider'])
        .doUpdateSet({ secret: row.secret, updated_at: row.updated_at }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function findPaymentProvider(
  db: Kysely<Database>,
  programId: string,
  provider: PaymentProvider,
): Promise<PaymentProviderRow | undefined> {
  return db
    .selectFrom('payment_provider')
    .selectAll()
    .where('program_id', '=', programId)
    .where('provider', '=', provider)
    .executeTakeFirst()
}

export function listPaymentProviders(
  db: Kysely<Database>,
  programId: string,
): Promise<PaymentProviderRow[]> {
  return db
    .selectFrom('payment_provider')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('provider')
    .execute()
}

/** @returns Whether it was connected. */
export async function deletePaymentProvider(
  db: Kysely<Database>,
  programId: string,
  provider: PaymentProvider,
): Promise<boolean> {
  const deleted = await db
    .deleteFrom('payment_provider')
    .where('program_id', '=', programId)
    .where('provider', '=', provider)
    .returning('provider')
    .executeTakeFirst()
  return deleted !== undefined
}

/**
 * Notes that the provider reported something, and holds its other reports to this program back until
 * the transaction ends: one payment is often reported by several messages within milliseconds.
 *
 * @returns `undefined` when it is not connected any more.
 */
export function lockPaymentProvider(
  trx: Kysely<Database>,
  programId: string,
  provider: PaymentProvider,
  now: number,
): Promise<PaymentProviderRow | undefined> {
  return trx
    .updateTable('payment_provider')
    .set({ last_event_at: now })
    .where('program_id', '=', programId)
    .where('provider', '=', provider)
    .returningAll()
    .executeTakeFirst()
}
