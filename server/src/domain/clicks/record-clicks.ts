import type { Kysely } from 'kysely'
import { findClicks, insertClicks } from '../../store/clicks.js'
import type { ClickRow, Database, ProgramRow } from '../../store/database.js'
import { findReferrerByUid, type Referrer } from '../../store/referrers.js'
import { findReferrersByLink } from '../../store/referrers-by-link.js'

/** A visitor came by a referral link. */
export interface ClickReport {
  program: ProgramRow
  click: Omit<ClickRow, 'program_id' | 'referrer_uid' | 'received_at'>
}

export interface RecordedClick {
  isNew: boolean
  /** Who is credited, `undefined` for nobody; when the click stood already, who was then. */
  referrer: Referrer | undefined
}

/**
 * Records clicks once, however often they are sent: all of them or, when it fails, none.
 *
 * @param now Milliseconds since the epoch.
 * @returns One for each report.
 */
export async function recordClicks(
  db: Kysely<Database>,
  reports: readonly ClickReport[],
  now: number,
): Promise<RecordedClick[]> {
  const referrers = await findReferrersByLink(
    db,
    reports.map(({ program, click }) => ({ program, key: click.key })),
  )
  const rows = reports.map(({ program, click }, index) => ({
    ...click,
    program_id: program.program_id,
    referrer_uid: referrers[index]?.uid ?? null,
    received_at: now,
  }))
  const inserted = new Set((await insertClicks(db, rows)).map(nameOf))
  // Of two in one group with the same id, the first is the new one.
  const isNew = rows.map((row) => inserted.delete(nameOf(row)))
  if (!isNew.includes(false)) return referrers.map((referrer) => ({ isNew: true, referrer }))

  const standing = reports.filter((_, index) => !isNew[index])
  const credited = await creditedBefore(db, standing)
  return reports.map((report, index) =>
    isNew[index]
      ? { isNew: true, referrer: referrers[index] }
      : { isNew: false, referrer: credited.get(nameOfReport(report)) },
  )
}

/** Who was credited for clicks that stand already. */
async function creditedBefore(
  db: Kysely<Database>,
  reports: readonly ClickReport[],
): Promise<Map<string, Referrer | undefined>> {
  const keys = new Map(reports.map((report) => [nameOfReport(report), keyOf(report)]))
  const programs = new Map(reports.map(({ program }) => [program.program_id, program]))
  const referrers = new Map<string, Referrer | undefined>()
  const credited = new Map<string, Referrer | undefined>()
  for (const click of await findClicks(db, [...keys.values()])) {
    const program = programs.get(click.program_id)
    const uid = click.referrer_uid
    if (!program || uid === null) continue
    if (!referrers.has(uid)) referrers.set(uid, await findReferrerByUid(db, program, uid))
    credited.set(nameOf(click), referrers.get(uid))
  }
  return credited
}

const keyOf = ({ program, click }: ClickReport) => ({
  program_id: program.program_id,
  id: click.id,
})

const nameOf = ({ program_id, id }: { program_id: string; id: string }) => `${program_id} ${id}`

const nameOfReport = (report: ClickReport) => nameOf(keyOf(report))
