import type { Kysely } from 'kysely'
import type { AmountRow } from './amount-row.js'
import type { BalanceEntryRow, Database } from './database.js'

export async function insertBalanceEntry(
  db: Kysely<Database>,
  entry: BalanceEntryRow,
): Promise<void> {
  await db.insertInto('balance_entry').values(entry).execute()
}

/** The sum of all entries per unit, without the units of which nothing is left. */
export function sumBalance(
  db: Kysely<Database>,
  programId: string,
  beneficiaryUid: string,
): Promise<(AmountRow & { is_currency: 0 | 1 })[]> {
  return db
    .selectFrom('balance_entry')
    .select(({ fn }) => [
      'amount_units',
      'is_currency',
      fn.sum<bigint>('amount_micros').as('amount_micros'),
    ])
    .where('program_id', '=', programId)
    .where('beneficiary_uid', '=', beneficiaryUid)
    .groupBy(['amount_units', 'is_currency'])
    .having(({ fn }) => fn.sum('amount_micros'), '!=', 0)
    .orderBy('amount_units')
    .execute()
}
