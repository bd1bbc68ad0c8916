import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { PollenError } from '../errors/pollen-error.js'
import { customerRecord } from '../records/customer-records.js'
import { insertBalanceEntry } from '../store/balance-entries.js'
import type { BalanceEntryRow, CustomerRow, Database, ProgramRow } from '../store/database.js'
import { inTransaction } from '../store/in-transaction.js'
import { AmountError } from './amount-error.js'
import { currencyDigits } from './currency-digits.js'
import { emitEvent } from './emit-event.js'
import { MICRO_DIGITS, microsToNumber } from './micros.js'
import { parseAmount } from './parse-amount.js'

export interface Credit {
  amount: unknown
  /** A currency, or any name of a unit (`points`) where `is_currency` is false. */
  amount_units: string
  is_currency: boolean
}

/**
 * Puts something on a customer's balance.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export async function creditCustomer(
  db: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
  { amount, amount_units, is_currency }: Credit,
  now: number,
): Promise<void> {
  const units = is_currency ? amount_units.toUpperCase() : amount_units
  const digits = is_currency ? currencyDigits(units) : MICRO_DIGITS
  if (digits === undefined) {
    throw invalid('amount_units', 'must be a currency of ISO 4217, such as USD')
  }
  const entry: BalanceEntryRow = {
    program_id: customer.program_id,
    uid: uuidv7(),
    beneficiary_uid: customer.uid,
    kind: 'credit',
    reward_uid: null,
    step: null,
    payout_number: null,
    amount_micros: microsOf(amount, digits, units),
    amount_units: units,
    is_currency: is_currency ? 1 : 0,
    created_at: now,
  }
  await inTransaction(db, async (trx) => {
    await insertBalanceEntry(trx, entry)
    const record = async () => ({
      ...(await customerRecord(trx, program, customer)),
      credit: { amount: microsToNumber(entry.amount_micros), amount_units: units, is_currency },
    })
    await emitEvent(trx, program, 'customer.credited', record, now)
  })
}

function microsOf(amount: unknown, digits: number, units: string): bigint {
  try {
    return parseAmount(amount, digits, units)
  } catch (error) {
    if (error instanceof AmountError) throw invalid('amount', error.message)
    throw error
  }
}

const invalid = (field: string, reason: string) =>
  new PollenError('invalid', { [field]: [`The ${field} ${reason}.`] })
