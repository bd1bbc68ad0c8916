import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addSums } from '../../domain/figures/add-sums.js'
import { invalid } from '../../domain/invalid.js'
import { negated } from '../../domain/money/negated.js'
import { partnerDay } from '../../domain/portal/partner-figures.js'
import { DAY_MS, dayOf } from '../../domain/time/day-ms.js'
import { isoDate } from '../../domain/time/iso-time.js'
import { dayRecord, sumRecords } from '../../records/portal-records.js'
import { PeriodQuery } from '../../schemas/portal.js'
import { sumPayableEntries } from '../../store/balance-entries.js'
import { figuresOf } from '../../store/figures/figures.js'
import { partnerDays } from '../../store/figures/partner-days.js'
import { sumRewardsOnHold } from '../../store/rewards.js'

const USUAL_DAYS = 30
const MOST_DAYS = 400

/** What came of a partner: altogether, where the commissions stand, and by day. */
export const portalFigures: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/figures', { schema: { querystring: PeriodQuery } }, async (request) => {
    const { program, partner, query } = request
    const now = Date.now()
    const to = query.to === undefined ? dayOf(now) : dayNamed('to', query.to)
    const from = query.from === undefined ? to - USUAL_DAYS + 1 : dayNamed('from', query.from)
    if (from > to) throw invalid('from', 'must not be after to')
    if (to - from >= MOST_DAYS) throw invalid('from', `must be at most ${MOST_DAYS} days before to`)
    const { program_id } = program
    const rows = await partnerDays(app.db, program_id, partner.uid, from, to)
    const all = await figuresOf(app.db, program_id, partner.uid)
    const onHold = await sumRewardsOnHold(app.db, program_id, partner.uid, now)
    const payable = await sumPayableEntries(app.db, program_id, partner.uid, now)
    const days = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    return {
      data: {
        from: isoDate(from * DAY_MS),
        to: isoDate(to * DAY_MS),
        days: days.map((day) => ({
          day: isoDate(day * DAY_MS),
          ...dayRecord(partnerDay(rows.filter((row) => row.day === day))),
        })),
        totals: dayRecord(partnerDay(rows)),
        ever: {
          clicks: all.clicks,
          referrals: all.signups,
          sales: all.sales,
          commissions: sumRecords(all.rewards),
        },
        commissions: {
          pending: sumRecords(onHold),
          approved: sumRecords(addSums(all.unpaid, onHold.map(negated))),
          paid: sumRecords(all.paid),
        },
        payable: sumRecords(payable),
      },
      status: 1,
    }
  })
}

/** @throws PollenError `invalid` for what looks like a day and is none. */
function dayNamed(field: string, text: string): number {
  const time = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(time) || isoDate(time) !== text)
    throw invalid(field, 'must be a day of the calendar')
  return dayOf(time)
}
