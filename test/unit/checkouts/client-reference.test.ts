import { expect, it } from 'vitest'
import { clientReference, readClientReference } from '../../../src/checkouts/client-reference.js'

it.each([
  ['jane', 'jane'],
  ['acct_42-B', 'acct_42-B'],
  ['jane@example.com', 'po_amFuZUBleGFtcGxlLmNvbQ'],
  ['Jürgen', 'po_SsO8cmdlbg'],
  ['a b+c%d', 'po_YSBiK2MlZA'],
  ['po_jane', 'po_cG9famFuZQ'],
  ['x'.repeat(200), 'x'.repeat(200)],
])('writes the key %s as %s, and reads it back', (key, reference) => {
  expect(clientReference(key)).toBe(reference)
  expect(readClientReference(reference)).toBe(key)
})

it.each([[''], ['x'.repeat(201)], ['é'.repeat(100)]])('has no reference for %s', (key) => {
  expect(clientReference(key)).toBeUndefined()
})

it.each([['order 7'], ['po_'], ['po_%'], ['po__w']])(
  'leaves %s, which is not ours',
  (reference) => {
    expect(readClientReference(reference)).toBe(reference)
  },
)
