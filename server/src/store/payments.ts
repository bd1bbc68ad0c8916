import type { Kysely, Updateable } from 'kysely'
import type { Database, PaymentProvider, PaymentRow } from './database.js'

/** Whose payments: names of payments are a provider's own, and a program's own. */
export interface PaymentScope {
  program_id: string
  provider: PaymentProvider
}

/** The payments that go by any of `references`: more than one until it is known that they are one. */
export function findPayments(
  db: Kysely<Database>,
  { program_id, provider }: PaymentScope,
  references: string[],
): Promise<PaymentRow[]> {
  return db
    .selectFrom('payment')
    .selectAll()
    .where('program_id', '=', program_id)
    .where('provider', '=', provider)
    .where('payment', 'in', (query) =>
      query
        .selectFrom('payment_reference')
        .select('payment')
        .where('program_id', '=', program_id)
        .where('provider', '=', provider)
        .where('reference', 'in', references),
    )
    .orderBy('payment')
    .execute()
}

export async function insertPayment(db: Kysely<Database>, payment: PaymentRow): Promise<void> {
  await db.insertInto('payment').values(payment).execute()
}

export function updatePayment(
  db: Kysely<Database>,
  { program_id, provider, payment }: PaymentRow,
  changes: Updateable<Database['payment']>,
): Promise<PaymentRow> {
  return db
    .updateTable('payment')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('provider', '=', provider)
    .where('payment', '=', payment)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Makes of `other` another name of `payment`. */
export async function mergePayment(
  trx: Kysely<Database>,
  { program_id, provider, payment }: PaymentRow,
  other: PaymentRow,
): Promise<void> {
  await trx
    .updateTable('payment_reference')
    .set({ payment })
    .where('program_id', '=', program_id)
    .where('provider', '=', provider)
    .where('payment', '=', other.payment)
    .execute()
  await trx
    .deleteFrom('payment')
    .where('program_id', '=', program_id)
    .where('provider', '=', provider)
    .where('payment', '=', other.payment)
    .execute()
}

/** Lets `payment` go by all of `references`. */
export async function insertPaymentReferences(
  db: Kysely<Database>,
  { program_id, provider, payment }: PaymentRow,
  references: string[],
): Promise<void> {
  await db
    .insertInto('payment_reference')
    .values(references.map((reference) => ({ program_id, provider, reference, payment })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
