import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database, ProgramRow } from '../../store/database.js'
import { insertPromotionCode } from '../../store/promotion-codes.js'
import type { CouponRow, PromotionCodeRow } from '../../store/tables/side-tables.js'
import { takenError } from '../taken-error.js'
import { foldCode } from './fold-code.js'
import { newCode } from './new-code.js'
import { type PromotionCodeInput, readPromotionCode } from './read-promotion-code.js'

/**
 * Creates a code that customers can redeem for `coupon`.
 *
 * @param now Milliseconds since the epoch.
 * @param path Goes before the field names in errors: `promotion_codes.0.`.
 * @throws PollenError `invalid`
 */
export async function createPromotionCode(
  db: Kysely<Database>,
  program: ProgramRow,
  coupon: CouponRow,
  input: PromotionCodeInput,
  now: number,
  path = '',
): Promise<PromotionCodeRow> {
  const code = newCode()
  const row: PromotionCodeRow = {
    program_id: program.program_id,
    uid: uuidv7(),
    coupon_uid: coupon.uid,
    code,
    code_folded: foldCode(code),
    is_first_order_only: 0,
    partner_uid: null,
    customer_uid: null,
    subscriber_uid: null,
    minimum_order_micros: null,
    expires_at: null,
    redemption_limit: null,
    times_redeemed: 0,
    metadata: '{}',
    created_at: now,
    updated_at: now,
    ...(await readPromotionCode(db, program, input, path)),
  }
  if (await insertPromotionCode(db, row)) return row
  throw takenError(`${path}code`, row.code, 'promotion code')
}
