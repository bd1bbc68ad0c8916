import { useState } from 'preact/hooks'
import { formatSums } from '../../lib/format-money.js'
import { formatNumber } from '../../lib/format-number.js'
import { PageHead } from '../../look/page-head.js'
import { Failure, Loading } from '../../look/states.js'
import type { Figures, Profile } from '../records.js'
import { texts } from '../texts.js'
import { usePortalData } from '../use-portal.js'
import { DaysPlot } from './days-plot.js'
import { ShareCard } from './share-card.js'
import { Standing } from './standing.js'

const { home } = texts

const PERIODS = [7, 30, 90]
const DAY_MS = 86_400_000

/** The link, what it earned, and how it went lately. */
export function Home({ profile }: { profile: Profile }) {
  const [period, setPeriod] = useState(30)
  const from = new Date(Date.now() - (period - 1) * DAY_MS).toISOString().slice(0, 10)
  const { data, error, isPending, refetch } = usePortalData<Figures>(`/figures?from=${from}`)
  return (
    <>
      <PageHead title={home.greeting(profile.name)} />
      <div class="stack">
        <ShareCard url={profile.referral_link} />
        {isPending ? (
          <Loading lines={8} />
        ) : error ? (
          <Failure error={error} onRetry={() => refetch()} />
        ) : (
          <>
            <Standing figures={data} />
            <fieldset class="choice periods">
              <legend class="unseen">{home.period}</legend>
              {PERIODS.map((days) => (
                <button
                  type="button"
                  key={days}
                  aria-pressed={days === period}
                  onClick={() => setPeriod(days)}
                >
                  {home.lastDays(days)}
                </button>
              ))}
            </fieldset>
            <Plots figures={data} />
          </>
        )}
      </div>
    </>
  )
}

/** What is counted, and what was earned in each currency. */
function Plots({ figures: { days, totals } }: { figures: Figures }) {
  const currencies = totals.commissions.map(({ units }) => units)
  return (
    <div class="cards">
      <DaysPlot
        title={home.clicks}
        sum={formatNumber(totals.clicks)}
        days={days.map(({ day, clicks }) => ({ day, value: clicks }))}
        color="--sky"
      />
      <DaysPlot
        title={home.referrals}
        sum={formatNumber(totals.referrals)}
        days={days.map(({ day, referrals }) => ({ day, value: referrals }))}
        color="--sage"
      />
      {(currencies.length > 0 ? currencies : [undefined]).map((currency) => (
        <DaysPlot
          key={currency}
          title={currencies.length > 1 ? home.commissionsIn(currency ?? '') : home.commissions}
          sum={formatSums(totals.commissions.filter(({ units }) => units === currency))}
          days={days.map(({ day, commissions }) => ({
            day,
            value: commissions.find(({ units }) => units === currency)?.amount ?? 0,
          }))}
          color="--honey"
          {...(currency && { currency })}
        />
      ))}
    </div>
  )
}
