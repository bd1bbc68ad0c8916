import { createServer, get } from 'node:http'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { encodeCookieValue } from '../../src/lib/encode-cookie-value.js'
import { type Referral, referral } from '../../src/node/index.js'
import { listen } from './helpers/listen.js'

it.each<[cookies: string, found: Referral]>([
  ['partnero_partner=jane', { partner: 'jane' }],
  [
    'a=1; partnero_referral=joe;partnero_session_uuid=0198f6a0',
    { referral: 'joe', session: '0198f6a0' },
  ],
  ['partnero_partner=jane; partnero_referral=joe', { partner: 'jane', referral: 'joe' }],
  ['', {}],
  ['a=1; b', {}],
  ['partnero_partner=', {}],
  ['partnero_partner', {}],
  ['my_partnero_partner=jane', {}],
  ['partnero_partner=a=b==', { partner: 'a=b==' }],
  ['partnero_partner=J%C3%BCrgen%20%2B%3B%3D%25', { partner: 'Jürgen +;=%' }],
  ['partnero_partner=100%', { partner: '100%' }],
  ['partnero_partner=%E0%A4%A', { partner: '%E0%A4%A' }],
  ['partnero_partner=jane@example.com', { partner: 'jane@example.com' }],
  ['partnero_partner=jane; partnero_partner=joe', { partner: 'jane' }],
  ['partnero_partner=a%00b', {}],
  [`partnero_partner=${'x'.repeat(256)}`, {}],
  ['__proto__=x; partnero_partner=jane', { partner: 'jane' }],
])('reads %s as %o', (cookies, found) => {
  expect(referral(cookies)).toEqual(found)
})

it.each(['Jürgen', 'a+b c', '100%', "it's (mine)!*", 'a;b,c="d"', '雪', '😀', 'jane@example.com'])(
  'reads back what the script wrote: %s',
  (key) => {
    expect(referral(`partnero_partner=${encodeCookieValue(key)}`)).toEqual({ partner: key })
  },
)

describe('finds the cookies', () => {
  const cookie = 'partnero_partner=jane'
  it.each([
    ['a Fetch request', new Request('https://shop.example', { headers: { cookie } })],
    ['Fetch headers', new Headers({ cookie })],
    ["Node's headers", { cookie, host: 'shop.example' }],
    ['headers in any case', { Cookie: cookie }],
    ['a list of headers, as HTTP/2 may have it', { cookie: ['a=1', cookie] }],
    ['an object with headers', { headers: { cookie } }],
  ])('in %s', (_shape, source) => {
    expect(referral(source)).toEqual({ partner: 'jane' })
  })

  it('nowhere, where there are none', () => {
    expect(referral({ headers: {} })).toEqual({})
    expect(referral(new Headers())).toEqual({})
  })

  it("in Node's and Express' requests", async () => {
    const found: Referral[] = []
    const app = express()
    app.get('/', (request, response) => {
      found.push(referral(request))
      response.end()
    })
    const plain = createServer((request, response) => {
      found.push(referral(request))
      response.end()
    })
    for (const server of [createServer(app), plain]) {
      const url = await listen(server)
      await new Promise((resolve) => get(url, { headers: { cookie } }, resolve))
    }
    expect(found).toEqual([{ partner: 'jane' }, { partner: 'jane' }])
  })
})
