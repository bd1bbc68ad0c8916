import { useEffect, useRef, useState } from 'preact/hooks'
import { whenIdle } from '../../lib/when-idle.js'
import type { DayValue } from './draw-days.js'

export interface DayPlotProps {
  label: string
  days: DayValue[]
  /** The same of the days before these, once it is there. */
  before: number[] | undefined
  format: (value: number) => string
}

/** One figure day by day: drawn, and as a table for whoever would rather read it. */
export function DayPlot({ label, days, before, format }: DayPlotProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isDrawn, setDrawn] = useState(true)
  useEffect(() => {
    let isGone = false
    let remove: (() => void) | undefined
    // The library comes with the first plot and after the numbers; where it does not come, or a browser
    // is too odd for it, the table still tells all.
    const leave = whenIdle(() => {
      import('./draw-days.js')
        .then(({ drawDays }) => {
          if (!isGone && place.current) remove = drawDays(place.current, days, before, format)
        })
        .catch(() => setDrawn(false))
    })
    return () => {
      isGone = true
      leave()
      remove?.()
    }
  }, [days, before, format])
  return (
    <figure class="plot">
      {isDrawn && (
        <div class="plot-place" ref={place} role="img" aria-label={inWords(label, days, format)} />
      )}
      {!isDrawn && <p class="soft">This browser cannot draw it; the table has the same.</p>}
      <p class="plot-key small soft" aria-hidden>
        <span class="now" /> these {days.length} days <span class="earlier" /> the {days.length}{' '}
        before
      </p>
      <details class="small">
        <summary>{label} as a table</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <section class="table-frame plot-table" aria-label={`${label} by day`} tabIndex={0}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col" class="end">
                  {label}
                </th>
                <th scope="col" class="end">
                  {days.length} days earlier
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, value }, index) => (
                <tr key={day}>
                  <th scope="row">{day}</th>
                  <td class="end">{format(value)}</td>
                  <td class="end">{format(before?.[index] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  )
}

/** What the plot shows, in a sentence. */
function inWords(label: string, days: DayValue[], format: (value: number) => string): string {
  const most = days.reduce<DayValue | undefined>(
    (best, day) => (best && best.value >= day.value ? best : day),
    undefined,
  )
  if (!most || most.value === 0) return `${label} by day: none.`
  return `${label} by day, from ${days[0]?.day} to ${days.at(-1)?.day}; the most, ${format(most.value)}, on ${most.day}.`
}
