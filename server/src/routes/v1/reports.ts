import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { projected } from '../../domain/figures/projected.js'
import { daysBefore, dayText, readDays, timesOf } from '../../domain/figures/read-days.js'
import { percentage } from '../../domain/money/percentages.js'
import { isoTime } from '../../domain/time/iso-time.js'
import { daysRecord, totalsRecord } from '../../records/report-records.js'
import { topRecord } from '../../records/top-record.js'
import { DaysQuery, TopQuery } from '../../schemas/reports.js'
import { dailyFigures } from '../../store/figures/daily-figures.js'
import { countBuyers, countVisitors } from '../../store/figures/funnel.js'

/** Rows of a list of the best: where no `limit` is given, and at most. */
const USUAL_TOP = 10
const LARGEST_TOP = 100

/** What came of a program, over time. */
export const reports: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/reports/days', { schema: { querystring: DaysQuery } }, async ({ program, query }) => {
    const days = readDays(query, Date.now())
    const before = daysBefore(days)
    const both = { from: before.from, to: days.to }
    const figures = await dailyFigures(app.db, program.program_id, both)
    const figuresOf = ({ from, to }: typeof days) =>
      figures.filter(({ day }) => day >= from && day <= to)
    const data = {
      from: dayText(days.from),
      to: dayText(days.to),
      days: daysRecord(days, figures),
      totals: totalsRecord(figuresOf(days)),
      before: {
        from: dayText(before.from),
        to: dayText(before.to),
        totals: totalsRecord(figuresOf(before)),
      },
    }
    return { data, status: 1 }
  })

  app.get('/reports/funnel', { schema: { querystring: DaysQuery } }, async ({ program, query }) => {
    const days = readDays(query, Date.now())
    const { program_id, type } = program
    const { clicks, referred_signups } = totalsRecord(await dailyFigures(app.db, program_id, days))
    const seen = await countVisitors(app.db, program_id, timesOf(days))
    const exactly = (count: number) => ({ count, estimated: false })
    const steps = [
      { name: 'clicks', ...exactly(clicks) },
      { name: 'visitors', ...projected(seen.visitors, seen.clicks, clicks) },
      { name: 'signups', ...exactly(referred_signups) },
    ]
    if (type !== 'newsletter') {
      const { buyers, referred } = await countBuyers(app.db, program_id, timesOf(days))
      steps.push({ name: 'buyers', ...projected(buyers, referred, referred_signups) })
    }
    const rated = steps.map((step, index) => {
      const before = steps[index - 1]?.count ?? 0
      return { ...step, rate: before > 0 ? percentage(step.count, before) : null }
    })
    return { data: { from: dayText(days.from), to: dayText(days.to), steps: rated }, status: 1 }
  })

  app.get('/reports/top', { schema: { querystring: TopQuery } }, async ({ program, query }) => {
    const { of, limit = USUAL_TOP, ...asked } = query
    const days = readDays(asked, Date.now())
    const most = Math.min(Math.max(limit, 1), LARGEST_TOP)
    const { since, top } = await topRecord(app.db, program, of, timesOf(days), most)
    const meta = { from: dayText(days.from), to: dayText(days.to), counted_since: isoTime(since) }
    return { data: top, meta, status: 1 }
  })
}
