import { expect, it } from 'vitest'
import { uuidV7 } from '../../../src/lib/uuid-v7.js'

it('is a UUID of version 7', () => {
  expect(uuidV7()).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

it('begins with the time', () => {
  // The example of RFC 9562, appendix A.6.
  expect(uuidV7(0x017f22e279b0)).toMatch(/^017f22e2-79b0-7/)
})

it('is another one each time', () => {
  expect(new Set(Array.from({ length: 1000 }, () => uuidV7(0x017f22e279b0))).size).toBe(1000)
})
