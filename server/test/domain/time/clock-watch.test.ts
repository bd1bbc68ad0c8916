import { expect, it } from 'vitest'
import { clockWatch } from '../../../src/domain/time/clock-watch.js'

const HOUR_MS = 3_600_000

it.each([
  ['that nobody sets is', [0, 0, 0], true],
  ['that is corrected by minutes is', [0, 120_000, 240_000], true],
  ['that was wrong since the beginning is', [-10_000 * HOUR_MS, -10_000 * HOUR_MS], true],
  ['that was set ahead is not', [0, 9000 * HOUR_MS], false],
  ['that was set ahead and back is not', [0, 9000 * HOUR_MS, 0], false],
  ['that was set back is not', [0, -2 * HOUR_MS], false],
  ['that was set a day ago is', [0, 2 * HOUR_MS, ...Array(25).fill(2 * HOUR_MS)], true],
])('a clock %s to be trusted', (_, errors, isSteady) => {
  const watch = clockWatch()
  const answers = errors.map((error, hour) => watch(1e12 + hour * HOUR_MS + error, hour * HOUR_MS))
  expect(answers.at(-1)).toBe(isSteady)
})
