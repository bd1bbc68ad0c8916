import type { Kysely } from 'kysely'
import type { Static } from 'typebox'
import type { PromotionCodesQuery } from '../../schemas/coupons.js'
import type { Database, ProgramRow } from '../../store/database.js'
import type { PromotionCodeFilters } from '../../store/promotion-codes.js'
import { partnerFilter } from './partner-filter.js'

/** What a request for promotion codes asks for, as the store takes it. */
export const promotionCodeFilters = async (
  db: Kysely<Database>,
  program: ProgramRow,
  query: Omit<Static<typeof PromotionCodesQuery>, 'limit' | 'page'>,
): Promise<PromotionCodeFilters> => ({
  code: query.code,
  couponName: query.coupon_name,
  partnerUid: await partnerFilter(db, program, query),
})
