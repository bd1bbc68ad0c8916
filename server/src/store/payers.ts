import type { Kysely } from 'kysely'
import type { Database, PayerRow } from './database.js'
import type { PaymentScope } from './payments.js'

export function findPayer(
  db: Kysely<Database>,
  { program_id, provider }: PaymentScope,
  reference: string,
): Promise<PayerRow | undefined> {
  return db
    .selectFrom('payer')
    .selectAll()
    .where('program_id', '=', program_id)
    .where('provider', '=', provider)
    .where('reference', '=', reference)
    .executeTakeFirst()
}

export async function upsertPayer(db: Kysely<Database>, payer: PayerRow): Promise<void> {
  const { customer_uid, email, name } = payer
  await db
    .insertInto('payer')
    .values(payer)
    .onConflict((conflict) =>
      conflict
        .columns(['program_id', 'provider', 'reference'])
        .doUpdateSet({ customer_uid, email, name }),
    )
    .execute()
}
