import type { Kysely } from 'kysely'
import { type FieldErrors, PollenError } from '../../errors/pollen-error.js'
import type { Database, PartnerRow, ProgramRow, RewardRow } from '../../store/database.js'
import { AmountError } from '../money/amount-error.js'
import { currencyDigits } from '../money/currency-digits.js'
import { parseAmount } from '../money/parse-amount.js'
import { parseTime } from '../time/parse-time.js'
import { grantReward } from './grant-rewards.js'

/** A reward as a client sends it. */
export interface RewardInput {
  /** In the program's currency. */
  amount: unknown
  date?: unknown
  note?: string | undefined
}

/**
 * Gives a partner a reward that is for no sale, a bonus perhaps. It may be paid out at once.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export async function rewardPartner(
  trx: Kysely<Database>,
  program: ProgramRow,
  partner: PartnerRow,
  { amount, date, note }: RewardInput,
  now: number,
): Promise<RewardRow> {
  const errors: FieldErrors = {}
  const createdAt = date === undefined ? now : parseTime(date)
  if (createdAt === undefined) {
    errors.date = ['The date must be a Unix time or ISO 8601, such as 2025-05-09T17:42:13Z.']
  }
  const { currency } = program
  const amountMicros = readAmount(amount, currency, errors)
  if (amountMicros === undefined || createdAt === undefined)
    throw new PollenError('invalid', errors)
  const grant = {
    beneficiaryUid: partner.uid,
    amountMicros,
    currency,
    note,
    holdDays: 0,
    createdAt,
  }
  return grantReward(trx, program, grant, now)
}

function readAmount(amount: unknown, currency: string, errors: FieldErrors): bigint | undefined {
  try {
    const micros = parseAmount(amount, currencyDigits(currency) ?? 0, currency)
    if (micros > 0n) return micros
    errors.amount = ['The amount must be more than 0.']
  } catch (error) {
    if (!(error instanceof AmountError)) throw error
    errors.amount = [`The amount ${error.message}.`]
  }
  return undefined
}
