import type { Kysely, Updateable } from 'kysely'
import { contains } from './contains.js'
import type { Database } from './database.js'
import { onPage, type Page } from './statements/page.js'
import type { CouponRow } from './tables/side-tables.js'

type Identity = Pick<CouponRow, 'program_id' | 'uid'>

/** @returns Whether its code was free; `false` changes nothing. */
export async function insertCoupon(db: Kysely<Database>, coupon: CouponRow): Promise<boolean> {
  const inserted = await db
    .insertInto('coupon')
    .values(coupon)
    .onConflict((conflict) => conflict.doNothing())
    .returning('uid')
    .executeTakeFirst()
  return inserted !== undefined
}

export function findCoupon(
  db: Kysely<Database>,
  programId: string,
  uuidCode: string,
): Promise<CouponRow | undefined> {
  return db
    .selectFrom('coupon')
    .selectAll()
    .where('program_id', '=', programId)
    .where('uuid_code', '=', uuidCode)
    .executeTakeFirst()
}

export function findCouponByNumber(
  db: Kysely<Database>,
  programId: string,
  number: number,
): Promise<CouponRow | undefined> {
  return db
    .selectFrom('coupon')
    .selectAll()
    .where('program_id', '=', programId)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** By `uid`. */
export async function findCouponsByUid(
  db: Kysely<Database>,
  programId: string,
  uids: string[],
): Promise<Map<string, CouponRow>> {
  if (uids.length === 0) return new Map()
  const rows = await db
    .selectFrom('coupon')
    .selectAll()
    .where('program_id', '=', programId)
    .where('uid', 'in', uids)
    .execute()
  return new Map(rows.map((row) => [row.uid, row]))
}

/** One page and a row, the newest first unless it says otherwise. */
export function listCoupons(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { name = '' }: { name?: string | undefined },
): Promise<CouponRow[]> {
  return db
    .selectFrom('coupon')
    .selectAll()
    .where('program_id', '=', programId)
    .$if(name !== '', (query) => query.where(contains('name', name)))
    .$call(onPage(page, 'number'))
    .execute()
}

export function updateCoupon(
  db: Kysely<Database>,
  { program_id, uid }: Identity,
  changes: Updateable<Database['coupon']>,
): Promise<CouponRow | undefined> {
  return db
    .updateTable('coupon')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .returningAll()
    .executeTakeFirst()
}

export async function deleteCoupon(
  db: Kysely<Database>,
  { program_id, uid }: Identity,
): Promise<void> {
  await db
    .deleteFrom('coupon')
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .execute()
}
