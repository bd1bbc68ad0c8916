import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { formatShort } from '../../lib/format-number.js'
import { colourOf } from '../../look/colour-of.js'
import { keepDrawn } from '../../look/keep-drawn.js'
import type { DayValue } from './days-plot.js'

export interface Bars {
  /** In order, none left out. */
  days: DayValue[]
  /** A custom property of the look. */
  color: `--${string}`
  /** Whether values are counted, so that half of one means nothing. */
  isCount: boolean
  /** Told which day the pointer is on; `undefined` when it has left. */
  onPoint: (day: DayValue | undefined) => void
}

const HEIGHT_PX = 150
const DAY_S = 86_400

/**
 * Draws a bar for each day, as wide as its place is, in the colours of the theme.
 *
 * @returns Takes it away.
 */
export function drawBars(place: HTMLElement, { days, color, isCount, onPoint }: Bars): () => void {
  const data: uPlot.AlignedData = [
    days.map(({ day }) => Date.parse(day) / 1000),
    days.map(({ value }) => value),
  ]
  return keepDrawn(place, () => {
    const colours = {
      bar: colourOf(place, color),
      grid: colourOf(place, '--line'),
      text: colourOf(place, '--ink-soft'),
    }
    const plot = new uPlot(
      options(place, colours, isCount, (index) => onPoint(days[index])),
      data,
      place,
    )
    return {
      setWidth: (width) => plot.setSize({ width, height: HEIGHT_PX }),
      remove: () => plot.destroy(),
    }
  })
}

function options(
  place: HTMLElement,
  { bar, grid, text }: Record<'bar' | 'grid' | 'text', string>,
  isCount: boolean,
  onPoint: (index: number) => void,
): uPlot.Options {
  const { fontFamily } = getComputedStyle(place)
  const axis = { stroke: text, font: `12px ${fontFamily}`, ticks: { show: false } }
  const bars = uPlot.paths.bars?.({ size: [0.7, 28], radius: 0.15 })
  return {
    width: place.clientWidth,
    height: HEIGHT_PX,
    legend: { show: false },
    // To the right there is half a label.
    padding: [8, 20, 0, 0],
    cursor: { y: false, points: { show: false }, drag: { setScale: false } },
    // Days are UTC, whatever the reader's clock says.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: {
      // Room for the halves of the first and the last bar.
      x: { range: (_plot, first, last) => [first - DAY_S / 2, last + DAY_S / 2] },
      y: { range: (_plot, _least, most) => [0, Math.max(most, 1) * 1.05] },
    },
    axes: [
      {
        ...axis,
        size: 26,
        gap: 4,
        space: 64,
        grid: { show: false },
        incrs: [1, 2, 3, 7, 14, 30].map((days) => days * DAY_S),
        values: (_plot, at) => at.map(dayOf),
      },
      {
        ...axis,
        size: 40,
        gap: 6,
        space: 36,
        grid: { stroke: grid, width: 1 },
        values: (_plot, at) =>
          at.map((value) => (isCount && !Number.isInteger(value) ? '' : formatShort(value))),
      },
    ],
    series: [
      {},
      { fill: bar, stroke: bar, width: 0, points: { show: false }, ...(bars && { paths: bars }) },
    ],
    hooks: {
      setCursor: [
        ({ cursor: { idx, left } }) =>
          onPoint(typeof idx === 'number' && (left ?? -1) >= 0 ? idx : -1),
      ],
    },
  }
}

const label = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

const dayOf = (seconds: number): string => label.format(new Date(seconds * 1000))
