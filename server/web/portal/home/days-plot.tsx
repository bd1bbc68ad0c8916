import { useEffect, useRef, useState } from 'preact/hooks'
import { formatMoney } from '../../lib/format-money.js'
import { formatNumber } from '../../lib/format-number.js'
import { texts } from '../texts.js'

const { home } = texts

/** A day in UTC, `2026-05-09`, and what it came to. */
export interface DayValue {
  day: string
  value: number
}

export interface DaysPlotProps {
  title: string
  /** What all days come to, as it is written. */
  sum: string
  days: DayValue[]
  /** A custom property of the look. */
  color: `--${string}`
  /** Where the values are money. */
  currency?: string
}

/** One number per day as bars, and in words for those who do not see them. */
export function DaysPlot({ title, sum, days, color, currency }: DaysPlotProps) {
  const place = useRef<HTMLDivElement>(null)
  const [pointed, setPointed] = useState<DayValue>()
  const isEmpty = days.every(({ value }) => value === 0)
  const write = (value: number) =>
    currency ? formatMoney({ units: currency, amount: value }) : formatNumber(value)

  useEffect(() => {
    if (isEmpty) return
    let isGone = false
    let remove: (() => void) | undefined
    // The library comes with the first plot, not with the page; without it, the sum still stands there.
    import('./draw-bars.js')
      .then(({ drawBars }) => {
        if (isGone || !place.current) return
        const isCount = currency === undefined
        remove = drawBars(place.current, { days, color, isCount, onPoint: setPointed })
      })
      .catch(() => {})
    return () => {
      isGone = true
      remove?.()
    }
  }, [days, color, currency, isEmpty])

  const most = days.reduce((best, day) => (day.value > best.value ? day : best), {
    day: '',
    value: 0,
  })
  return (
    <figure class="card days-plot">
      <figcaption class="row apart">
        <h2>{title}</h2>
        <span class="number" aria-hidden={pointed !== undefined}>
          {pointed ? (
            <>
              <span class="soft small">{utcDay(pointed.day)}</span>{' '}
              <strong class="days-plot-sum">{write(pointed.value)}</strong>
            </>
          ) : (
            <strong class="days-plot-sum">{sum}</strong>
          )}
        </span>
      </figcaption>
      {isEmpty ? (
        <p class="days-plot-empty soft">{home.nothing}</p>
      ) : (
        <div
          class="days-plot-place"
          ref={place}
          role="img"
          aria-label={home.perDay(title, sum, write(most.value), utcDay(most.day))}
        />
      )}
    </figure>
  )
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })

const utcDay = (text: string): string => (text === '' ? '' : day.format(new Date(text)))
