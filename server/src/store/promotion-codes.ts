import type { Kysely, Updateable } from 'kysely'
import { foldCode } from '../domain/promotion-codes/fold-code.js'
import { contains } from './contains.js'
import type { Database, PartnerRow } from './database.js'
import { onPage, type Page } from './statements/page.js'
import type { PromotionCodeRow } from './tables/side-tables.js'

type Identity = Pick<PromotionCodeRow, 'program_id' | 'uid'>

/** @returns Whether its code was free; `false` changes nothing. */
export async function insertPromotionCode(
  db: Kysely<Database>,
  code: PromotionCodeRow,
): Promise<boolean> {
  const inserted = await db
    .insertInto('promotion_code')
    .values(code)
    .onConflict((conflict) => conflict.doNothing())
    .returning('uid')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Upper and lower case are the same. */
export function findPromotionCode(
  db: Kysely<Database>,
  programId: string,
  code: string,
): Promise<PromotionCodeRow | undefined> {
  return db
    .selectFrom('promotion_code')
    .selectAll()
    .where('program_id', '=', programId)
    .where('code_folded', '=', foldCode(code))
    .executeTakeFirst()
}

/**
 * The partner whose code it is. Whether it could still be redeemed does not matter here: the shop
 * decided that when it took the code.
 */
export function findPartnerByPromotionCode(
  db: Kysely<Database>,
  { program_id }: { program_id: string },
  code: string,
): Promise<PartnerRow | undefined> {
  return db
    .selectFrom('promotion_code as promotion')
    .innerJoin('partner', (join) =>
      join
        .onRef('partner.program_id', '=', 'promotion.program_id')
        .onRef('partner.uid', '=', 'promotion.partner_uid'),
    )
    .selectAll('partner')
    .where('promotion.program_id', '=', program_id)
    .where('promotion.code_folded', '=', foldCode(code))
    .where('partner.status', '=', 'active')
    .executeTakeFirst()
}

/** Counts a sale with `code`, if there is such a one, or with `by` -1 takes it back. */
export async function countRedemption(
  trx: Kysely<Database>,
  { program_id }: { program_id: string },
  code: string,
  by: 1 | -1,
): Promise<void> {
  const counted = await trx
    .updateTable('promotion_code')
    .set(({ eb }) => ({ times_redeemed: eb('times_redeemed', '+', by) }))
    .where('program_id', '=', program_id)
    .where('code_folded', '=', foldCode(code))
    .returning('coupon_uid')
    .executeTakeFirst()
  if (!counted) return
  await trx
    .updateTable('coupon')
    .set(({ eb }) => ({ times_redeemed: eb('times_redeemed', '+', by) }))
    .where('program_id', '=', program_id)
    .where('uid', '=', counted.coupon_uid)
    .execute()
}

export interface PromotionCodeFilters {
  /** Whose they are. */
  partnerUid?: string | undefined
  /** A part of it. */
  code?: string | undefined
  /** A part of the name of what they are codes of. */
  couponName?: string | undefined
}

/** One page and a row, the newest first unless it says otherwise. */
export function listPromotionCodes(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { partnerUid, code = '', couponName = '' }: PromotionCodeFilters,
): Promise<PromotionCodeRow[]> {
  return db
    .selectFrom('promotion_code')
    .selectAll()
    .where('program_id', '=', programId)
    .$if(partnerUid !== undefined, (query) => query.where('partner_uid', '=', partnerUid ?? ''))
    .$if(code !== '', (query) => query.where(contains('code', code)))
    .$if(couponName !== '', (query) =>
      query.where('coupon_uid', 'in', (coupons) =>
        coupons
          .selectFrom('coupon')
          .select('uid')
          .where('program_id', '=', programId)
          .where(contains('name', couponName)),
      ),
    )
    .$call(onPage(page, 'uid'))
    .execute()
}

/** @returns `undefined` when there is none any more. */
export function updatePromotionCode(
  db: Kysely<Database>,
  { program_id, uid }: Identity,
  changes: Updateable<Database['promotion_code']>,
): Promise<PromotionCodeRow | undefined> {
  return db
    .updateTable('promotion_code')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .returningAll()
    .executeTakeFirst()
}

/** @returns Whether there was one. */
export async function deletePromotionCode(
  db: Kysely<Database>,
  programId: string,
  code: string,
): Promise<boolean> {
  const deleted = await db
    .deleteFrom('promotion_code')
    .where('program_id', '=', programId)
    .where('code_folded', '=', foldCode(code))
    .returning('uid')
    .executeTakeFirst()
  return deleted !== undefined
}

export async function deletePromotionCodesOf(
  db: Kysely<Database>,
  programId: string,
  couponUid: string,
): Promise<void> {
  await db
    .deleteFrom('promotion_code')
    .where('program_id', '=', programId)
    .where('coupon_uid', '=', couponUid)
    .execute()
}

/** One page and a row of a partner's codes, the newest first unless it says otherwise. */
export function listPromotionCodesOf(
  db: Kysely<Database>,
  programId: string,
  partnerUid: string,
  page: Page,
): Promise<PromotionCodeRow[]> {
  return db
    .selectFrom('promotion_code')
    .selectAll()
    .where('program_id', '=', programId)
    .where('partner_uid', '=', partnerUid)
    .$call(onPage(page, 'created_at', 'uid'))
    .execute()
}
