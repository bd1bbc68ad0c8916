import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { formatShort } from '../../lib/format-number.js'
import { colourOf } from '../../look/colour-of.js'
import { keepDrawn } from '../../look/keep-drawn.js'

/** A UTC day, `2026-05-09`, and what it came to. */
export interface DayValue {
  day: string
  value: number
}

const HEIGHT_PX = 240

/**
 * Draws a line over its ground, as wide as its place is, in the colours of the theme; behind it, broken,
 * what came to pass in the days before.
 *
 * @returns Takes it away.
 */
export function drawDays(
  place: HTMLElement,
  days: DayValue[],
  before: number[] | undefined,
  format: (value: number) => string,
): () => void {
  const times = days.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / 1000)
  const values = days.map(({ value }) => value)
  const earlier = days.map((_, index) => before?.[index] ?? null)
  return keepDrawn(place, () => {
    const colour = (name: string) => colourOf(place, name)
    const [honey, soft, line, surface] = [
      colour('--honey'),
      colour('--ink-soft'),
      colour('--line'),
      colour('--surface'),
    ]
    const axis = { stroke: soft, font: '12px system-ui, sans-serif', ticks: { show: false } }
    const plot = new uPlot(
      {
        width: place.clientWidth,
        height: HEIGHT_PX,
        legend: { show: false },
        padding: [12, 16, 0, 0],
        cursor: {
          y: false,
          points: { size: 9, fill: honey, stroke: surface, width: 2 },
          drag: { setScale: false },
        },
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
        scales: { y: { range: (_, __, most) => [0, Math.max(most * 1.1, 4)] } },
        axes: [
          {
            ...axis,
            grid: { show: false },
            values: (_, at) => at.map(dayOf),
            space: 70,
            size: 28,
            incrs: DAYS,
          },
          {
            ...axis,
            size: 44,
            grid: { stroke: line, width: 1 },
            values: (_, at) =>
              at.map((value) => (Number.isInteger(value) ? formatShort(value) : '')),
          },
        ],
        series: [
          {},
          { stroke: soft, width: 1, dash: [3, 4], points: { show: false } },
          {
            stroke: honey,
            width: 2,
            fill: `color-mix(in srgb, ${honey} 16%, transparent)`,
            points: { show: days.length <= 14, fill: surface, size: 7, width: 2 },
          },
        ],
        plugins: [tip(days, format)],
      },
      [times, earlier, values],
      place,
    )
    return {
      setWidth: (width) => plot.setSize({ width, height: HEIGHT_PX }),
      remove: () => plot.destroy(),
    }
  })
}

/** Labels stand at whole days, 1, 2, 7, … of them apart, in seconds. */
const DAYS = [1, 2, 3, 7, 14, 30, 60, 90].map((days) => days * 86_400)

const label = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const dayOf = (seconds: number): string => label.format(new Date(seconds * 1000))

/** The day and its value, beside the pointer. */
function tip(days: DayValue[], format: (value: number) => string): uPlot.Plugin {
  const element = document.createElement('div')
  element.className = 'plot-tip'
  return {
    hooks: {
      init: (plot) => plot.over.append(element),
      setCursor: (plot) => {
        const { idx } = plot.cursor
        const day = idx === null || idx === undefined ? undefined : days[idx]
        element.hidden = !day || (plot.cursor.left ?? -1) < 0
        if (element.hidden || !day || typeof idx !== 'number') return
        element.textContent = `${dayOf(plot.data[0][idx] ?? 0)}: ${format(day.value)}`
        const left = plot.valToPos(plot.data[0][idx] ?? 0, 'x')
        element.style.left = `${left}px`
        element.dataset.side = left > plot.over.clientWidth / 2 ? 'left' : 'right'
      },
    },
  }
}
