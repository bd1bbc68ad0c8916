import type { Kysely } from 'kysely'
import { deleteCoupon } from '../../store/coupons.js'
import type { Database } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { deletePromotionCodesOf } from '../../store/promotion-codes.js'
import type { CouponRow } from '../../store/tables/side-tables.js'

/** Deletes a coupon and its codes. */
export async function removeCoupon(db: Kysely<Database>, coupon: CouponRow): Promise<void> {
  await inTransaction(db, async (trx) => {
    await deleteCoupon(trx, coupon)
    await deletePromotionCodesOf(trx, coupon.program_id, coupon.uid)
  })
}
