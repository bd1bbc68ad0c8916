import { describe, expect, it } from 'vitest'
import { googleWord } from '../../../src/consent/google-word.js'
import { tcfWord } from '../../../src/consent/tcf-word.js'

describe('A platform of the IAB’s framework', () => {
  it.each([
    ['that is asking', { eventStatus: 'cmpuishown' }, undefined],
    ['that is loading', { purpose: { consents: { 1: true } } }, undefined],
    [
      'with consent given now',
      { eventStatus: 'useractioncomplete', purpose: { consents: { 1: true, 3: true } } },
      'grant',
    ],
    [
      'with consent given before',
      { eventStatus: 'tcloaded', purpose: { consents: { 1: true, 3: true } } },
      'grant',
    ],
    [
      'with a purpose refused',
      { eventStatus: 'tcloaded', purpose: { consents: { 1: true, 3: false } } },
      'revoke',
    ],
    [
      'with all refused',
      { eventStatus: 'useractioncomplete', purpose: { consents: {} } },
      'revoke',
    ],
    ['where no consent is needed', { gdprApplies: false, eventStatus: 'tcloaded' }, 'grant'],
  ])('%s says %s', (_, data, word) => {
    expect(tcfWord({ gdprApplies: true, ...data }, [1, 3])).toBe(word)
  })
})

describe('A call of gtag()', () => {
  it.each([
    [['consent', 'update', { ad_storage: 'granted' }], 'grant'],
    [['consent', 'update', { ad_storage: 'denied' }], 'revoke'],
    [['consent', 'update', { analytics_storage: 'granted' }], undefined],
    [['consent', 'default', { ad_storage: 'denied' }], undefined],
    [['consent', 'default', { ad_storage: 'granted' }], 'grant'],
    [['consent', 'default', { ad_storage: 'granted', region: ['US'] }], undefined],
    [['config', 'G-1', { ad_storage: 'granted' }], undefined],
    [['consent'], undefined],
    [{ event: 'consent' }, undefined],
    [null, undefined],
    ['consent', undefined],
  ])('%j says %s', (call, word) => {
    expect(googleWord(call, 'ad_storage')).toBe(word)
  })
})
