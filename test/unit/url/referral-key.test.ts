// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { landingKey } from '../../../src/landing-key.js'
import type { ProgramSettings } from '../../../src/program-settings.js'
import { referralKey } from '../../../src/url/index.js'

const PATHS: ProgramSettings = { type: 'affiliate', url_format: 'link' }

const SITE_LINKS: [url: string, settings: ProgramSettings][] = [
  ['https://shop.example/?aff=jane', { type: 'affiliate' }],
  ['https://shop.example/?aff=J%C3%BCrgen', { type: 'affiliate' }],
  ['https://shop.example/?aff=a%2Bb', { type: 'affiliate' }],
  ['https://shop.example/?aff=jane+doe', { type: 'affiliate' }],
  ['https://shop.example/?aff=a=b', { type: 'affiliate' }],
  ['https://shop.example/?aff=what?', { type: 'affiliate' }],
  ['https://shop.example/?aff=100%', { type: 'affiliate' }],
  ['https://shop.example/?utm_source=x&aff=jane&utm_medium=y', { type: 'affiliate' }],
  ['https://shop.example/?aff=first&aff=second', { type: 'affiliate' }],
  ['https://shop.example/?aff=jane#top', { type: 'affiliate' }],
  ['https://shop.example/?a=1#/pricing?aff=jane', { type: 'affiliate' }],
  [`https://shop.example/?aff=${'🌼'.repeat(255)}`, { type: 'affiliate' }],
  [`https://shop.example/?aff=${'x'.repeat(256)}`, { type: 'affiliate' }],
  ['https://shop.example/?aff=', { type: 'affiliate' }],
  ['https://shop.example/?aff', { type: 'affiliate' }],
  ['https://shop.example/?aff=a%00b', { type: 'affiliate' }],
  ['https://shop.example/?aff=a%C2%85b', { type: 'affiliate' }],
  ['https://shop.example/?AFF=jane', { type: 'affiliate' }],
  ['https://aff/jane', PATHS],
  ['https://shop.example', { type: 'affiliate' }],
  ['https://shop.example/?aff=&via=joe', { type: 'affiliate', query_params: ['via'] }],
  ['https://shop.example/?ref=joe', { type: 'refer_a_friend' }],
  ['https://shop.example/?via=joe', {}],
  ['https://shop.example/en/aff/J%C3%BCrgen/shoes', PATHS],
  ['https://shop.example/aff/jane?aff=joe', PATHS],
  ['https://shop.example/?aff=joe', PATHS],
  ['https://shop.example/aff/%E0%A4%A', PATHS],
  ['https://shop.example/aff/', PATHS],
  ['https://shop.example/friends/jane', { ...PATHS, link_param: 'friends' }],
  ['HTTPS://shop.example/?aff=jane', { type: 'affiliate' }],
  ['not an address', { type: 'affiliate' }],
  ['', { type: 'affiliate' }],
]

/** What the script finds, while there is a whole `URL` to find it with. */
const inTheBrowser = SITE_LINKS.map(
  ([url, settings]) => [url, settings, landingKey(url, settings)] as const,
)

describe('In an app, where `URL` does not work', () => {
  beforeAll(() => {
    // As in React Native: it can be made, and most of it throws.
    const notImplemented = () => {
      throw new Error('not implemented')
    }
    vi.stubGlobal(
      'URL',
      class {
        get pathname() {
          return notImplemented()
        }
        get searchParams() {
          return notImplemented()
        }
      },
    )
    vi.stubGlobal('URLSearchParams', notImplemented)
  })
  afterAll(() => vi.unstubAllGlobals())

  it.each(inTheBrowser)('%s (%j) carries %s, as for the script', (url, settings, key) => {
    expect(referralKey(url, settings)).toBe(key)
  })

  it.each<[string, ProgramSettings, string | undefined]>([
    ['myapp://welcome?aff=jane', { type: 'affiliate' }, 'jane'],
    ['myapp:///?aff=jane', {}, 'jane'],
    ['myapp:?ref=joe', { type: 'refer_a_friend' }, 'joe'],
    ['com.example.shop://aff/jane', PATHS, 'jane'],
    ['myapp:///aff/jane/shoes', PATHS, 'jane'],
    ['exp://192.0.2.7:8081/--/welcome?aff=jane', {}, 'jane'],
    ['myapp://aff', PATHS, undefined],
    ['myapp://welcome', {}, undefined],
  ])('the address of an app %s (%j) carries %s', (url, settings, key) => {
    expect(referralKey(url, settings)).toBe(key)
  })
})
