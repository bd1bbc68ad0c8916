import { useState } from 'preact/hooks'
import { PageHead } from '../../look/page-head.js'
import { Later } from '../parts/later.js'
import { Loaded } from '../parts/loaded.js'
import { useProgram } from '../program-context.js'
import { ActivityFeed } from './activity-feed.js'
import { DayPlots } from './day-plots.js'
import { daysPath, lastDays, USUAL_DAYS } from './days.js'
import { FirstSteps } from './first-steps.js'
import { Funnel } from './funnel.js'
import type { DaysReport, FunnelReport } from './reports.js'
import { TopLists } from './top-lists.js'

const RANGES = [7, 30, 90]

/** What came of the program lately, and what happens now. */
export function Overview() {
  const { name, type } = useProgram()
  const [count, setCount] = useState(USUAL_DAYS)
  const range = lastDays(count, Date.now())
  return (
    <>
      <PageHead title={name}>
        <fieldset class="choice">
          <legend class="unseen">Days</legend>
          {RANGES.map((days) => (
            <button
              type="button"
              key={days}
              aria-pressed={days === count}
              onClick={() => setCount(days)}
            >
              {days} days
            </button>
          ))}
        </fieldset>
      </PageHead>
      <div class="stack">
        <Later>
          <FirstSteps />
        </Later>
        <Loaded<DaysReport> path={daysPath(range)} lines={10}>
          {(report) => <DayPlots report={report} />}
        </Loaded>
        <Later>
          <div class="overview-parts">
            <div class="stack">
              <section class="card">
                <h2>From click to customer</h2>
                <Loaded<FunnelReport> path={`/reports/funnel?${range}`}>
                  {({ steps }) => <Funnel steps={steps} />}
                </Loaded>
              </section>
              {type === 'affiliate' && <TopLists range={range} />}
            </div>
            <ActivityFeed />
          </div>
        </Later>
      </div>
    </>
  )
}
