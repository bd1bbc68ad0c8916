import { describe, expect, it } from 'vitest'
import { customerNames } from '../../../src/domain/customers/customer-names.js'

const email = 'anna@example.com'

describe('a customer of an affiliate program', () => {
  it.each([
    [{ key: 'k' }, { id: 'k', key: 'k', email: null, is_named: 1 }],
    [{ id: 'i' }, { id: 'i', key: 'i', email: null, is_named: 1 }],
    [
      { id: 'i', key: 'k', email },
      { id: 'i', key: 'k', email, is_named: 1 },
    ],
    [{ email }, { id: email, key: email, email, is_named: 0 }],
    [{ key: email }, { id: email, key: email, email, is_named: 0 }],
    [
      { key: email, email },
      { id: email, key: email, email, is_named: 0 },
    ],
  ])('told of as %j goes by %j', (told, names) => {
    expect(
      customerNames({ type: 'affiliate' }, { source: 'api', ...told }, () => 'random'),
    ).toEqual(names)
  })
})

describe('a customer of a refer-a-friend program', () => {
  it.each([
    [{ key: 'k' }, { id: 'k', key: 'k', email: null, is_named: 1 }],
    [{ id: 'i' }, { id: 'i', key: 'i', email: null, is_named: 1 }],
    [{ id: email }, { id: email, key: 'random', email: null, is_named: 1 }],
    [{ email }, { id: 'random', key: 'random', email, is_named: 0 }],
    [{ key: email }, { id: email, key: email, email, is_named: 0 }],
  ])('told of as %j goes by %j', (told, names) => {
    expect(
      customerNames({ type: 'refer_a_friend' }, { source: 'api', ...told }, () => 'random'),
    ).toEqual(names)
  })
})
