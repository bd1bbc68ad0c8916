import { describe, expect, it } from 'vitest'
import { retryDelayMs } from '../../src/node/client/retry-delay-ms.js'

const NOW = Date.UTC(2026, 4, 9, 12, 0, 0)

describe('how long to wait', () => {
  it.each<
    [
      status: number | undefined,
      retryAfter: string | null,
      tries: number,
      random: number,
      delay: number | undefined,
    ]
  >([
    [undefined, null, 0, 0.5, 500],
    [503, null, 0, 0, 250],
    [503, null, 0, 1, 750],
    [503, null, 1, 0.5, 1000],
    [503, null, 3, 0.5, 4000],
    [408, null, 0, 0.5, 500],
    [500, null, 0, 0.5, 500],
    [429, '2', 0, 0.5, 2000],
    [429, '0', 0, 0.5, 500],
    [503, 'Sat, 09 May 2026 12:00:05 GMT', 0, 0.5, 5000],
    [503, 'Sat, 09 May 2026 11:00:00 GMT', 0, 0.5, 500],
    [503, 'tomorrow', 0, 0.5, 500],
    [429, '31', 0, 0.5, undefined],
    [400, null, 0, 0.5, undefined],
    [401, null, 0, 0.5, undefined],
    [404, null, 0, 0.5, undefined],
    [422, '1', 0, 0.5, undefined],
    [501, null, 0, 0.5, undefined],
  ])(
    'status %s, Retry-After %s, try %i, random %d: %s ms',
    (status, retryAfter, tries, random, delay) => {
      expect(retryDelayMs({ status, retryAfter }, tries, NOW, random)).toBe(delay)
    },
  )
})
