import { expect, it } from 'vitest'
import { plainInput } from '../../../src/plugins/input/plain-input.js'

it.each([
  [undefined, {}],
  [null, {}],
  [[], {}],
  [{ a: null, b: 1 }, { b: 1 }],
  [{ a: { b: null } }, { a: {} }],
  [{ a: [] }, { a: [] }],
  [{ a: [{ b: null, c: 'x' }] }, { a: [{ c: 'x' }] }],
  [[1], [1]],
  ['text', 'text'],
])('makes of %j %j', (body, input) => {
  expect(plainInput(body)).toEqual(input)
})

it('refuses what is nested without end', () => {
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)
  expect(() => plainInput({ metadata: deep })).toThrow(
    expect.objectContaining({ fields: { metadata: ['The metadata is nested too deeply.'] } }),
  )
})

it('names the field that has the character U+0000', () => {
  expect(() => plainInput({ customer: { tags: ['a', 'b\0'] } })).toThrow(
    expect.objectContaining({ fields: { 'customer.tags.1': [expect.stringContaining('U+0000')] } }),
  )
})
