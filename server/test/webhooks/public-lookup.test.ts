import type { LookupFunction } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type LookupAll, publicLookup } from '../../src/webhooks/public-lookup.js'

/** A name server whose answers change with every question. */
const answering = (...answers: string[][]): LookupAll => {
  let asked = 0
  return (_hostname, _options, callback) => {
    const addresses = answers[asked++] ?? []
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}

/** What a socket would connect to, or why to nothing. */
const resolved = (lookup: LookupFunction, all: boolean) =>
  new Promise((resolve) => {
    lookup('hooks.example', { all }, (error, address) => resolve(error?.message ?? address))
  })

const REFUSED = 'hooks.example is not in the public internet, so nothing is sent there.'

describe('publicLookup', () => {
  it.each([[true], [false]])(
    'refuses a name with private addresses only (all: %s)',
    async (all) => {
      const lookup = publicLookup(answering(['10.0.0.1', '::1', 'fe80::1']))
      expect(await resolved(lookup, all)).toBe(REFUSED)
    },
  )

  it('connects to the public ones among several addresses', async () => {
    const lookup = publicLookup(answering(['127.0.0.1', '8.8.8.8', '2001:4860:4860::8888']))
    expect(await resolved(lookup, true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2001:4860:4860::8888', family: 6 },
    ])
  })

  it('judges the name anew with every connection', async () => {
    const lookup = publicLookup(answering(['8.8.8.8'], ['169.254.169.254']))
    expect(await resolved(lookup, false)).toBe('8.8.8.8')
    expect(await resolved(lookup, false)).toBe(REFUSED)
  })

  it('passes on that there is no such name', async () => {
    const lookup = publicLookup((_hostname, _options, callback) => {
      callback(new Error('getaddrinfo ENOTFOUND hooks.example'), [])
    })
    expect(await resolved(lookup, true)).toBe('getaddrinfo ENOTFOUND hooks.example')
  })
})
