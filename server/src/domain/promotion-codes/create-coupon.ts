import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { insertCoupon } from '../../store/coupons.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { nextNumber } from '../../store/statements/next-number.js'
import type { CouponRow } from '../../store/tables/side-tables.js'
import { invalid } from '../invalid.js'
import { readMoney, readPercentage } from '../money/read-money.js'
import { takenError } from '../taken-error.js'
import { readTime } from '../time/read-time.js'
import { createPromotionCode } from './create-promotion-code.js'
import { newCode } from './new-code.js'
import { readLimit } from './read-limit.js'
import type { PromotionCodeInput } from './read-promotion-code.js'

/** A coupon as a client sends it. */
export interface CouponInput {
  uuid_code?: string | undefined
  name?: string | undefined
  active?: boolean | undefined
  coupon_discount_type: CouponRow['discount_type']
  coupon_discount_amount: unknown
  coupon_duration_type: CouponRow['duration_type']
  coupon_duration_value?: number | undefined
  redemption_specific_date_status?: boolean | undefined
  redemption_specific_date_value?: unknown
  redemption_times_status?: boolean | undefined
  redemption_times_value?: number | undefined
  metadata?: Record<string, unknown> | undefined
  sync?: { provider?: string | undefined } | undefined
}

/**
 * Creates a coupon, and codes for it.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`; nothing is created then.
 */
export async function createCoupon(
  db: Kysely<Database>,
  program: ProgramRow,
  input: CouponInput,
  codes: PromotionCodeInput[],
  now: number,
): Promise<CouponRow> {
  if (input.sync?.provider) {
    throw invalid('sync.provider', `names ${input.sync.provider}, which is not connected`)
  }
  const code = input.uuid_code || newCode()
  const { program_id, currency } = program
  return inTransaction(db, async (trx) => {
    const coupon: CouponRow = {
      program_id,
      uid: uuidv7(),
      number: await nextNumber(trx, program_id, 'coupon'),
      uuid_code: code,
      name: input.name || code,
      is_active: input.active === false ? 0 : 1,
      discount_type: input.coupon_discount_type,
      discount_micros: discountOf(input, currency),
      duration_type: input.coupon_duration_type,
      duration_value: durationOf(input),
      ...limitsOf(input),
      times_redeemed: 0,
      metadata: JSON.stringify({ ...input.metadata }),
      created_at: now,
      updated_at: now,
    }
    if (!(await insertCoupon(trx, coupon))) throw takenError('uuid_code', code, 'coupon')
    for (const [index, entry] of codes.entries()) {
      await createPromotionCode(trx, program, coupon, entry, now, `promotion_codes.${index}.`)
    }
    return coupon
  })
}

const discountOf = (
  { coupon_discount_type: type, coupon_discount_amount: amount }: CouponInput,
  currency: string,
): bigint =>
  type === 'percent'
    ? readPercentage(amount, 'coupon_discount_amount')
    : readMoney(amount, 'coupon_discount_amount', currency)

function durationOf(input: CouponInput): number | null {
  const { coupon_duration_type: type, coupon_duration_value: value } = input
  if (type === 'once' || type === 'lifetime') return null
  if (value !== undefined) return value
  throw invalid('coupon_duration_value', `is required where coupon_duration_type is ${type}`)
}

const limitsOf = (input: CouponInput): Pick<CouponRow, 'redeem_until' | 'redemption_limit'> => ({
  redeem_until:
    readLimit(
      'redemption_specific_date',
      input.redemption_specific_date_status,
      input.redemption_specific_date_value,
      readTime,
    ) ?? null,
  redemption_limit:
    readLimit(
      'redemption_times',
      input.redemption_times_status,
      input.redemption_times_value,
      (value) => value,
    ) ?? null,
})
