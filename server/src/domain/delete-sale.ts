import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../errors/pollen-error.js'
import { transactionRecord } from '../records/transaction-records.js'
import { insertBalanceEntry } from '../store/balance-entries.js'
import type { Database, ProgramRow } from '../store/database.js'
import { markRewardsDeleted } from '../store/rewards.js'
import { markTransactionDeleted } from '../store/transactions.js'
import { emitEvent } from './emit-event.js'

/**
 * Takes a sale back, and with it what it earned: the ledger gets an entry against each reward.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `transaction_not_found`, also when it was deleted before.
 */
export async function deleteSale(
  db: Kysely<Database>,
  program: ProgramRow,
  key: string,
  now: number,
): Promise<void> {
  const { program_id: programId } = program
  await db.transaction().execute(async (trx) => {
    const transaction = await markTransactionDeleted(trx, programId, key, now)
    if (!transaction) throw new PollenError('transaction_not_found')
    for (const reward of await markRewardsDeleted(trx, programId, transaction.uid, now)) {
      await insertBalanceEntry(trx, {
        program_id: programId,
        uid: uuidv7(),
        beneficiary_uid: reward.beneficiary_uid,
        kind: 'reversal',
        reward_uid: reward.uid,
        amount_micros: -reward.amount_micros,
        amount_units: reward.amount_units,
        is_currency: 1,
        created_at: now,
      })
    }
    const record = () => transactionRecord(trx, program, transaction)
    await emitEvent(trx, program, 'transaction.deleted', record, now)
  })
}
