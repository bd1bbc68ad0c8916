import type { Kysely } from 'kysely'
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import { PollenError } from '../../errors/pollen-error.js'
import { customerRecord } from '../../records/customer-records.js'
import { findBalanceEntry, insertBalanceEntry } from '../../store/balance-entries.js'
import type { BalanceEntryRow, CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { AmountError } from '../money/amount-error.js'
import { currencyDigits } from '../money/currency-digits.js'
import { MICRO_DIGITS, microsToNumber } from '../money/micros.js'
import { parseAmount } from '../money/parse-amount.js'
import { emitEvent } from '../webhooks/emit-event.js'

export interface Credit {
  amount: unknown
  /** A currency, or any name of a unit (`points`) where `is_currency` is false. */
  amount_units: string
  is_currency: boolean
  /** Made by the caller: the same credit sent again under the same key is given once. */
  key?: string | undefined
}

/**
 * Puts something on a customer's balance; once, where it comes with a key.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export async function creditCustomer(
  db: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
  { amount, amount_units, is_currency, key }: Credit,
  now: number,
): Promise<void> {
  const units = is_currency ? amount_units.toUpperCase() : amount_units
  const digits = is_currency ? currencyDigits(units) : MICRO_DIGITS
  if (digits === undefined) {
    throw invalid('amount_units', 'must be a currency of ISO 4217, such as USD')
  }
  const entry: BalanceEntryRow = {
    program_id: customer.program_id,
    uid: key === undefined ? uuidv7() : uuidOfKey(customer, key),
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
    const given = key && (await findBalanceEntry(trx, entry.program_id, entry.uid))
    if (given) return assertSame(given, entry)
    await insertBalanceEntry(trx, entry)
    const record = async () => ({
      ...(await customerRecord(trx, program, customer)),
      credit: { amount: microsToNumber(entry.amount_micros), amount_units: units, is_currency },
    })
    await emitEvent(trx, program, 'customer.credited', record, now)
  })
}

/** The same for the same customer and key, so that the primary key keeps a second one out. */
const uuidOfKey = ({ program_id, uid }: CustomerRow, key: string): string =>
  uuidv5(JSON.stringify([program_id, key]), uid)

function assertSame(given: BalanceEntryRow, entry: BalanceEntryRow): void {
  const isSame =
    given.amount_micros === entry.amount_micros &&
    given.amount_units === entry.amount_units &&
    given.is_currency === entry.is_currency
  if (!isSame) throw invalid('key', 'was used for another credit of this customer')
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
