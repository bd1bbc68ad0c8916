import type { Kysely } from 'kysely'
import { type Ranked, rankSources, type Source } from '../domain/figures/rank-sources.js'
import type { Database, ProgramRow } from '../store/database.js'
import type { Span } from '../store/figures/funnel.js'
import {
  listClickSources,
  listSaleSources,
  listSignUpSources,
  MOST_SOURCE_ROWS,
  type SourceRow,
} from '../store/figures/source-rows.js'
import { findReferrersByUid } from '../store/referrers.js'
import { sumsRecord } from './report-records.js'

/**
 * Who or what brought the most in a time.
 *
 * @returns What of it, and since when it was counted: where more came than is looked through, that is
 *   later than asked, and the same for clicks, sign-ups and sales.
 */
export async function topRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  source: Source,
  span: Span,
  limit: number,
) {
  const { program_id } = program
  const clicks = await listClickSources(db, program_id, span)
  const signUps = await listSignUpSources(db, program_id, span)
  const sales = await listSaleSources(db, program_id, span)
  const since = Math.max(...[clicks, signUps, sales].map((rows) => reachOf(rows, span.start)))
  const isCounted = ({ at, referrer_uid }: SourceRow) => at >= since && referrer_uid !== null
  const rows = {
    clicks: clicks.filter((click) => isCounted(click) && click.is_bot === 0),
    signUps: signUps.filter(isCounted),
    sales: sales.filter(isCounted),
  }
  const ranked = rankSources(source, rows, limit)
  return { since, top: await named(db, program, source, ranked) }
}

/** How far back rows reach that are the newest ones, and maybe not all. */
const reachOf = (rows: SourceRow[], start: number): number =>
  rows.length < MOST_SOURCE_ROWS ? start : Math.min(...rows.map(({ at }) => at))

async function named(db: Kysely<Database>, program: ProgramRow, source: Source, ranked: Ranked[]) {
  const uids = source === 'partners' ? ranked.map(({ of }) => of) : []
  const referrers = await findReferrersByUid(db, program, uids)
  return ranked.map(({ of, revenue, commissions, ...counts }) => {
    const referrer = referrers.get(of)
    const names = {
      partners: {
        id: referrer?.id ?? null,
        key: referrer?.key ?? null,
        name: referrer?.name ?? null,
      },
      links: { key: of, name: of },
      landing_pages: { name: of },
    }
    return {
      ...names[source],
      ...counts,
      revenue: sumsRecord(revenue),
      commissions: sumsRecord(commissions),
    }
  })
}
