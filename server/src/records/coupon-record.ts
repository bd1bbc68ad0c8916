import { microsToNumber } from '../domain/money/micros.js'
import { isoTime } from '../domain/time/iso-time.js'
import type { CouponRow } from '../store/tables/side-tables.js'
import { mapRecord } from './map-record.js'

/** A coupon. Older clients name it by `id`, a whole number, where they create codes for it. */
export const couponRecord = (coupon: CouponRow) => ({
  id: coupon.number,
  name: coupon.name,
  uuid_code: coupon.uuid_code,
  active: coupon.is_active === 1,
  coupon_discount_type: coupon.discount_type,
  coupon_discount_amount: microsToNumber(coupon.discount_micros),
  coupon_duration_type: coupon.duration_type,
  coupon_duration_value: coupon.duration_value,
  redemption_specific_date_status: coupon.redeem_until !== null,
  redemption_specific_date_value:
    coupon.redeem_until === null ? null : isoTime(coupon.redeem_until),
  redemption_times_status: coupon.redemption_limit !== null,
  redemption_times_value: coupon.redemption_limit,
  metadata: mapRecord(coupon.metadata),
  additional_info: [],
  times_redeemed: coupon.times_redeemed,
  created_at: isoTime(coupon.created_at),
  updated_at: isoTime(coupon.updated_at),
  deleted_at: null,
})
