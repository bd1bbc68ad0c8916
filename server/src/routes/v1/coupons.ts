import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createCoupon } from '../../domain/promotion-codes/create-coupon.js'
import { removeCoupon } from '../../domain/promotion-codes/remove-coupon.js'
import { PollenError } from '../../errors/pollen-error.js'
import { couponRecord } from '../../records/coupon-record.js'
import { CouponBody, CouponChanges, CouponPath, CouponsQuery } from '../../schemas/coupons.js'
import { findCoupon, listCoupons, updateCoupon } from '../../store/coupons.js'
import type { ProgramRow } from '../../store/database.js'
import { pageAnswer, pageOf } from './page.js'

/** Coupons live here alone; an answer that clients know says so. */
const NOT_SYNCHRONIZED = {
  synchronization_enabled: false,
  synchronization_successful: false,
  synchronization_message: null,
}

/** Discounts that partners can pass on. */
export const coupons: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/coupons', { schema: { querystring: CouponsQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const rows = await listCoupons(app.db, program.program_id, page, query)
    return pageAnswer(request, page, rows, (rows) => rows.map(couponRecord))
  })

  app.post('/coupons', { schema: { body: CouponBody } }, async ({ program, body }) => {
    const { promotion_codes: codes = [], ...input } = body
    const entries = Array.isArray(codes) ? codes : []
    const inputs = entries.map((entry) => (typeof entry === 'string' ? { code: entry } : entry))
    const coupon = await createCoupon(app.db, program, input, inputs, Date.now())
    return {
      data: couponRecord(coupon),
      message: 'The coupon was created.',
      ...NOT_SYNCHRONIZED,
      status: 1,
    }
  })

  app.get('/coupons/:uuid_code', { schema: { params: CouponPath } }, async (request) => ({
    data: couponRecord(await existing(request.program, request.params.uuid_code)),
    status: 1,
  }))

  app.put(
    '/coupons/:uuid_code',
    { schema: { params: CouponPath, body: CouponChanges } },
    async ({ program, params, body: { name, active } }) => {
      const coupon = await existing(program, params.uuid_code)
      const changed = await updateCoupon(app.db, coupon, {
        ...(name !== undefined && { name }),
        ...(active !== undefined && { is_active: active ? 1 : 0 }),
        updated_at: Date.now(),
      })
      if (!changed) throw new PollenError('coupon_not_found')
      return { data: couponRecord(changed), status: 1 }
    },
  )

  app.delete('/coupons/:uuid_code', { schema: { params: CouponPath } }, async (request) => {
    await removeCoupon(app.db, await existing(request.program, request.params.uuid_code))
    return { status: 1 }
  })

  async function existing({ program_id }: ProgramRow, uuidCode: string) {
    const coupon = await findCoupon(app.db, program_id, uuidCode)
    if (!coupon) throw new PollenError('coupon_not_found')
    return coupon
  }
}
