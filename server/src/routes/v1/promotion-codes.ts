import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Static } from 'typebox'
import { invalid } from '../../domain/invalid.js'
import { changePromotionCode } from '../../domain/promotion-codes/change-promotion-code.js'
import { createPromotionCode } from '../../domain/promotion-codes/create-promotion-code.js'
import { PollenError } from '../../errors/pollen-error.js'
import { promotionCodeRecord, promotionCodeRecords } from '../../records/promotion-code-records.js'
import {
  PromotionCodeBody,
  PromotionCodeChanges,
  PromotionCodePath,
  PromotionCodesQuery,
} from '../../schemas/coupons.js'
import { findCoupon, findCouponByNumber } from '../../store/coupons.js'
import type { ProgramRow } from '../../store/database.js'
import {
  deletePromotionCode,
  findPromotionCode,
  listPromotionCodes,
} from '../../store/promotion-codes.js'
import type { CouponRow, PromotionCodeRow } from '../../store/tables/side-tables.js'
import { pageAnswer, pageOf } from './page.js'
import { promotionCodeFilters } from './promotion-code-filters.js'

/** What customers type in for a coupon; a code may be tied to a partner. */
export const promotionCodes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/promotion-codes', { schema: { querystring: PromotionCodesQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const filters = await promotionCodeFilters(app.db, program, query)
    const rows = await listPromotionCodes(app.db, program.program_id, page, filters)
    return pageAnswer(request, page, rows, (rows) => promotionCodeRecords(app.db, program, rows))
  })

  // Older documentation prints the singular.
  for (const path of ['/promotion-codes', '/promotion-code']) {
    app.post(path, { schema: { body: PromotionCodeBody } }, async ({ program, body }) => {
      const coupon = await couponOf(program, body)
      return one(program, await createPromotionCode(app.db, program, coupon, body, Date.now()))
    })
  }

  app.get(
    '/promotion-codes/:code',
    { schema: { params: PromotionCodePath } },
    async ({ program, params }) => {
      const code = await findPromotionCode(app.db, program.program_id, params.code)
      if (!code) throw new PollenError('promotion_code_not_found')
      return one(program, code)
    },
  )

  app.put(
    '/promotion-codes/:code',
    { schema: { params: PromotionCodePath, body: PromotionCodeChanges } },
    async ({ program, params, body }) =>
      one(program, await changePromotionCode(app.db, program, params.code, body, Date.now())),
  )

  app.delete(
    '/promotion-codes/:code',
    { schema: { params: PromotionCodePath } },
    async ({ program, params }) => {
      const isDeleted = await deletePromotionCode(app.db, program.program_id, params.code)
      if (!isDeleted) throw new PollenError('promotion_code_not_found')
      return { status: 1 }
    },
  )

  async function couponOf(
    { program_id }: ProgramRow,
    { coupon_uuid: uuid, coupon_id: id }: Static<typeof PromotionCodeBody>,
  ): Promise<CouponRow> {
    if (uuid === undefined && id === undefined) throw invalid('coupon_uuid', 'is required')
    const coupon =
      uuid === undefined
        ? await findCouponByNumber(app.db, program_id, id ?? 0)
        : await findCoupon(app.db, program_id, uuid)
    if (coupon) return coupon
    throw invalid(uuid === undefined ? 'coupon_id' : 'coupon_uuid', 'names no coupon')
  }

  const one = async (program: ProgramRow, code: PromotionCodeRow) => ({
    data: await promotionCodeRecord(app.db, program, code),
    status: 1,
  })
}
