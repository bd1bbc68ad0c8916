import { describe, expect, it } from 'vitest'
import { cookieDays, cookieNames } from '../../src/program-settings.js'

describe('The cookies of a program', () => {
  it.each([
    [undefined, 30],
    [7, 7],
    ['60', 60],
    [0, 30],
    ['', 30],
    ['soon', 30],
    ['lifetime', 400],
    [9_999_999, 400],
  ])('live, where cookie_time is %s, for %s days', (time, days) => {
    expect(cookieDays(time === undefined ? {} : { cookie_time: time })).toBe(days)
  })

  it('have the names that back ends read', () => {
    expect(cookieNames({ type: 'affiliate' })).toEqual(['partnero_partner'])
    expect(cookieNames({ type: 'refer_a_friend' })).toEqual(['partnero_referral'])
  })

  it('are both while it is not known what kind of program it is', () => {
    expect(cookieNames({})).toEqual(['partnero_partner', 'partnero_referral'])
  })
})
