import type { Kysely } from 'kysely'
import { findClick, insertClick } from '../store/clicks.js'
import type { ClickRow, Database, ProgramRow } from '../store/database.js'
import { findReferrerByKey, findReferrerByUid, type Referrer } from '../store/referrers.js'

export type Click = Omit<ClickRow, 'program_id' | 'referrer_uid' | 'received_at'>

/**
 * Records a click once, however often it is sent.
 *
 * @param now Milliseconds since the epoch.
 * @returns Who is credited, `undefined` for nobody; when the click stood already, who was then.
 */
export async function recordClick(
  db: Kysely<Database>,
  program: ProgramRow,
  click: Click,
  now: number,
): Promise<{ isNew: boolean; referrer: Referrer | undefined }> {
  const referrer = await findReferrerByKey(db, program, click.key)
  const isNew = await insertClick(db, {
    ...click,
    program_id: program.program_id,
    referrer_uid: referrer?.uid ?? null,
    received_at: now,
  })
  if (isNew) return { isNew, referrer }
  const stored = await findClick(db, program.program_id, click.id)
  const uid = stored?.referrer_uid
  return { isNew, referrer: uid ? await findReferrerByUid(db, program, uid) : undefined }
}
