import { expect, it } from 'vitest'
import { updateOf } from '../../../src/routes/v1/update-of.js'

it.each([
  ['x', { name: 'A' }, 'x', { name: 'A' }],
  ['x', { update: { name: 'A' } }, 'x', { name: 'A' }],
  ['x', { key: 'y', name: 'A' }, 'x', { key: 'y', name: 'A' }],
  ['x', { email: 'e', update: { name: 'A' } }, 'x', { name: 'A' }],
  [undefined, { key: 'k', update: { key: 'y' } }, { key: 'k' }, { key: 'y' }],
  [undefined, { key: 'k', email: 'e' }, { key: 'k' }, { email: 'e' }],
  [undefined, { id: 'i', key: 'k' }, { id: 'i' }, { key: 'k' }],
  [undefined, {}, {}, {}],
])('with the path %s reads %j', (pathId, body, identifier, changes) => {
  const update = updateOf<{ id?: string; key?: string; email?: string; name?: string }>(
    pathId,
    body,
  )
  expect(update).toEqual({ identifier, changes })
})
