import { TrendingDown, TrendingUp } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { formatMoney, formatSums } from '../../lib/format-money.js'
import { formatNumber } from '../../lib/format-number.js'
import { useProgram } from '../program-context.js'
import { useData } from '../use-api.js'
import { changeOf } from './change-of.js'
import { DayPlot } from './day-plot.js'
import type { DaysReport, Figures } from './reports.js'

const COUNTS = [
  { name: 'clicks', label: 'Clicks' },
  { name: 'signups', label: 'Sign-ups' },
  { name: 'sales', label: 'Sales' },
] as const

const SUMS = [
  { name: 'revenue', label: 'Revenue' },
  { name: 'commissions', label: 'Commissions' },
] as const

/** Each figure with its change, and the one that was chosen day by day. */
export function DayPlots({ report }: { report: DaysReport }) {
  const { currency } = useProgram()
  const [chosen, setChosen] = useState<keyof Figures>('clicks')
  const { from, to } = report.before
  const { data: before } = useData<DaysReport>(`/reports/days?from=${from}&to=${to}`)
  const units = mainUnits(report, currency)
  const amount = (figures: Figures, name: 'revenue' | 'commissions') =>
    figures[name].find((sum) => sum.units === units)?.amount ?? 0
  const figures = [
    ...COUNTS.map(({ name, label }) => ({
      name,
      label,
      shown: formatNumber(report.totals[name]),
      change: changeOf(report.totals[name], report.before.totals[name]),
      valueOf: (day: Figures) => day[name],
      format: formatNumber,
    })),
    ...SUMS.map(({ name, label }) => ({
      name,
      label,
      shown: formatSums(report.totals[name]),
      change: changeOf(amount(report.totals, name), amount(report.before.totals, name)),
      valueOf: (day: Figures) => amount(day, name),
      format: (value: number) => formatMoney({ units, amount: value }),
    })),
  ]
  const shown = figures.find(({ name }) => name === chosen) ?? figures[0]
  return (
    <section class="card plots">
      <div class="plot-choices">
        {figures.map(({ name, label, shown, change }) => (
          <button
            type="button"
            key={name}
            class="plot-choice"
            aria-pressed={name === chosen}
            onClick={() => setChosen(name)}
          >
            <span>{label}</span>
            <strong>{shown}</strong>
            <Change percent={change} />
          </button>
        ))}
      </div>
      {shown && (
        <DayPlot
          label={shown.label}
          days={report.days.map((day) => ({ day: day.day, value: shown.valueOf(day) }))}
          before={before?.days.map((day) => shown.valueOf(day))}
          format={shown.format}
        />
      )}
    </section>
  )
}

const Change = ({ percent }: { percent: number | undefined }) => {
  if (percent === undefined) return <small class="soft">new</small>
  if (percent === 0) return <small class="soft">as before</small>
  const Icon = percent > 0 ? TrendingUp : TrendingDown
  return (
    <small class={percent > 0 ? 'change up' : 'change down'}>
      <Icon size={13} aria-hidden />
      {percent > 0 ? '+' : '−'}
      {Math.abs(percent)} %<span class="unseen"> against the days before</span>
    </small>
  )
}

/** The currency that the plots are in: the program's, unless all was earned in another. */
function mainUnits({ totals }: DaysReport, currency: string): string {
  const found = [...totals.revenue, ...totals.commissions].map(({ units }) => units)
  return found.includes(currency) ? currency : (found[0] ?? currency)
}
