import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { formatMoney } from '../../lib/format-money.js'
import { formatNumber, formatShort } from '../../lib/format-number.js'
import { texts } from '../texts.js'

const { home } = texts

export interface DaysPlotProps {
  title: string
  /** What all days come to, as it is written. */
  sum: string
  /** In order, none left out. */
  days: { day: string; value: number }[]
  /** A custom property of the look. */
  color: `--${string}`
  /** Where the values are money. */
  currency?: string
}

const HEIGHT = 160

/** One number per day as bars, with the same as a table for those who do not see them. */
export function DaysPlot({ title, sum, days, color, currency }: DaysPlotProps) {
  const frame = useRef<HTMLDivElement>(null)
  const isEmpty = days.every(({ value }) => value === 0)
  const write = (value: number) =>
    currency ? formatMoney({ units: currency, amount: value }) : formatNumber(value)

  useEffect(() => {
    const element = frame.current
    if (!element || isEmpty) return
    let plot: uPlot | undefined
    const draw = () => {
      plot?.destroy()
      plot = new uPlot(optionsOf(element, color, write), dataOf(days), element)
    }
    draw()
    const resized = new ResizeObserver(() =>
      plot?.setSize({ width: element.clientWidth, height: HEIGHT }),
    )
    resized.observe(element)
    // Colours are read when it is drawn.
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', draw)
    addEventListener('pollen:theme', draw)
    return () => {
      resized.disconnect()
      dark.removeEventListener('change', draw)
      removeEventListener('pollen:theme', draw)
      plot?.destroy()
    }
  }, [days, color, isEmpty])

  return (
    <figure class="card days-plot">
      <figcaption class="row apart">
        <h2>{title}</h2>
        <span class="days-plot-sum number">{sum}</span>
      </figcaption>
      {isEmpty ? (
        <p class="days-plot-empty soft">{home.nothing}</p>
      ) : (
        <div ref={frame} role="img" aria-label={home.perDay(title, sum)} />
      )}
    </figure>
  )
}

const dataOf = (days: DaysPlotProps['days']): uPlot.AlignedData => [
  days.map(({ day }) => Date.parse(day) / 1000),
  days.map(({ value }) => value),
]

function optionsOf(
  element: HTMLElement,
  color: string,
  write: (value: number) => string,
): uPlot.Options {
  const look = getComputedStyle(element)
  // Canvas does not know `light-dark()`; a colour that is in use is told as it is shown.
  const probe = document.createElement('i')
  element.append(probe)
  const shown = (name: string) => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const [bar, grid, text] = [shown(color), shown('--line'), shown('--ink-soft')]
  probe.remove()
  const axis = { stroke: text, font: `12px ${look.fontFamily}`, ticks: { show: false }, gap: 6 }
  return {
    width: element.clientWidth,
    height: HEIGHT,
    // Days are UTC, whatever the reader's clock says.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    legend: { show: true, live: true },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { y: { range: (_plot, _min, max) => [0, Math.max(max, 1) * 1.1] } },
    axes: [
      { ...axis, grid: { show: false }, values: (_plot, splits) => splits.map(dayOf), space: 64 },
      {
        ...axis,
        size: 44,
        grid: { stroke: grid, width: 1 },
        incrs: [
          0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000,
          1e4, 2e4, 5e4, 1e5, 1e6,
        ],
        values: (_plot, splits) => splits.map(formatShort),
      },
    ],
    series: [
      { label: '', value: (_plot, seconds) => (seconds === null ? '' : dayOf(seconds)) },
      {
        label: '',
        fill: bar,
        stroke: bar,
        width: 0,
        points: { show: false },
        value: (_plot, value) => (value === null ? '' : write(value)),
        ...(uPlot.paths.bars && { paths: uPlot.paths.bars({ size: [0.7, 28], radius: 0.15 }) }),
      },
    ],
  }
}

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' })

const dayOf = (seconds: number): string => day.format(new Date(seconds * 1000))
