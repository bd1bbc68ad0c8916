import { describe, expect, it } from 'vitest'
import { landingKey } from '../../src/landing-key.js'
import type { ProgramSettings } from '../../src/program-settings.js'

const keyOf = (path: string, settings: ProgramSettings) =>
  landingKey(`https://shop.example${path}`, settings)

describe('The key of a landing URL', () => {
  it.each([
    ['/?aff=jane', 'jane'],
    ['/?aff=J%C3%BCrgen', 'Jürgen'],
    ['/?aff=a%2Bb', 'a+b'],
    ['/?aff=jane+doe', 'jane doe'],
    ['/?aff=a=b', 'a=b'],
    ['/?utm_source=x&aff=jane&utm_medium=y', 'jane'],
    ['/?aff=first&aff=second', 'first'],
    ['/?aff=jane#top', 'jane'],
    ['/#/pricing?aff=jane', 'jane'],
    ['/?a=1#/pricing?aff=jane', 'jane'],
    ['/?aff=%F0%9F%8C%BC', '🌼'],
    [`/?aff=${'x'.repeat(255)}`, 'x'.repeat(255)],
    [`/?aff=${'x'.repeat(256)}`, undefined],
    ['/?aff=', undefined],
    ['/?aff', undefined],
    ['/?aff=a%00b', undefined],
    ['/?aff=a%0Ab', undefined],
    ['/?AFF=jane', undefined],
    ['/?ref=jane', undefined],
    ['/aff/jane', undefined],
    ['/', undefined],
  ])('in an affiliate program, %s carries %s', (path, key) => {
    expect(keyOf(path, { type: 'affiliate' })).toBe(key)
  })

  it.each<[string, ProgramSettings, string | undefined]>([
    ['/?ref=joe', { type: 'refer_a_friend' }, 'joe'],
    ['/?aff=joe', { type: 'refer_a_friend' }, undefined],
    ['/?friend=joe', { type: 'affiliate', query_param: 'friend' }, 'joe'],
    ['/?aff=joe', { type: 'affiliate', query_param: 'friend' }, undefined],
    ['/?via=joe', { type: 'affiliate', query_params: ['via', 'r'] }, 'joe'],
    ['/?r=joe&via=kim', { type: 'affiliate', query_params: ['via', 'r'] }, 'kim'],
    ['/?via=joe&aff=jane', { type: 'affiliate', query_params: ['via'] }, 'jane'],
    ['/?aff=&via=joe', { type: 'affiliate', query_params: ['via'] }, 'joe'],
  ])('%s is read by the names of the program: %j', (path, settings, key) => {
    expect(keyOf(path, settings)).toBe(key)
  })

  it.each<[string, string | undefined]>([
    ['/aff/jane', 'jane'],
    ['/aff/jane/', 'jane'],
    ['/en/shop/aff/jane/shoes', 'jane'],
    ['/aff/J%C3%BCrgen?x=1', 'Jürgen'],
    ['/aff/a+b', 'a+b'],
    ['/aff/a%252Bb', 'a%2Bb'],
    ['/aff/jane?aff=joe', 'jane'],
    ['/?aff=joe', 'joe'],
    ['/aff/', undefined],
    ['/aff', undefined],
    ['/aff/%E0%A4%A', undefined],
    ['/staff/jane', undefined],
    ['/', undefined],
  ])('in a program with path links, %s carries %s', (path, key) => {
    expect(keyOf(path, { type: 'affiliate', url_format: 'link' })).toBe(key)
  })

  it('is behind the segment that the program has chosen', () => {
    const settings: ProgramSettings = {
      type: 'affiliate',
      url_format: 'link',
      link_param: 'friends',
    }
    expect(keyOf('/friends/jane', settings)).toBe('jane')
  })

  it.each([
    ['/?aff=jane', 'jane'],
    ['/?ref=jane', 'jane'],
    ['/?via=jane', 'jane'],
    ['/?partner=jane', undefined],
  ])('is looked for under the usual names while nothing is known: %s', (path, key) => {
    expect(keyOf(path, {})).toBe(key)
  })

  it.each(['about:srcdoc', 'not a url', ''])('is nowhere in %s', (url) => {
    expect(landingKey(url, { type: 'affiliate' })).toBeUndefined()
  })
})
