import { describe, expect, it } from 'vitest'
import { landingSentences } from '../../../src/debug/landing-sentences.js'
import { requestSentence } from '../../../src/debug/request-sentence.js'
import { changeSentences, readState, stateSentences } from '../../../src/debug/state.js'

const click = (key: string) =>
  JSON.stringify({ url: 'https://p.example/pub/v1/programs/A/clicks', body: { key } })

it.each([
  [201, 'https://p.example/pub/v1/programs/A/clicks', /click was reported .* answered \(201/],
  [503, 'https://p.example/pub/v1/programs/A/customers', /sign-up .* is sent again later/],
  [422, 'https://p.example/pub/v1/programs/A/clicks', /refused it for good/],
  [404, 'https://p.example/program/A/settings/settings.js', /settings .* no such program/],
  [0, 'https://p.example/pub/v1/programs/A', /settings .* no answer/],
])('tells of an answer %s from %s', (responseStatus, name, sentence) => {
  expect(requestSentence({ name, duration: 12.3, responseStatus })).toMatch(sentence)
})

it('knows that a script came although browsers hide the status', () => {
  const name = 'https://p.example/program/A/settings/settings.js'
  const request = { name, duration: 9, responseStatus: 0, decodedBodySize: 200 }
  expect(requestSentence(request)).toContain('has answered (after 9 ms)')
})

it('leaves the requests of others alone', () => {
  expect(requestSentence({ name: 'https://shop.example/logo.png', duration: 1 })).toBeUndefined()
})

describe('what the browser keeps', () => {
  it('is read from cookies and storage', () => {
    const items = { pollen_A_1: click('jane'), pollen_A: '{"type":"affiliate"}', theirs: 'x{' }
    expect(readState('partnero_partner=jane%20b; other=1', items)).toEqual({
      partner: 'jane b',
      waiting: ['click of "jane"'],
    })
  })

  it('is told as it is', () => {
    expect(stateSentences({ waiting: [] })).toEqual([
      'Nobody has the credit: there is no referral cookie.',
    ])
    expect(stateSentences({ partner: 'jane', session: 'S', waiting: ['click of "jane"'] })).toEqual(
      [
        'The credit goes to the partner "jane", by cookie.',
        'The visitor’s session is S.',
        'A report waits for the server’s answer: click of "jane".',
      ],
    )
  })

  it.each([
    [{ waiting: [] }, { partner: 'jane', waiting: [] }, 'now goes to the partner "jane".'],
    [
      { partner: 'joe', waiting: [] },
      { partner: 'jane', waiting: [] },
      'now goes to the partner "jane", no longer to "joe".',
    ],
    [{ referral: 'ada', waiting: [] }, { waiting: [] }, 'taken from the friend "ada".'],
    [{ waiting: ['click of "jane"'] }, { waiting: [] }, 'Delivered, and forgotten: click'],
    [{ waiting: [] }, { waiting: ['click of "jane"'] }, 'Stored, until the server'],
  ])('is told when it changes from %j to %j', (before, after, words) => {
    expect(changeSentences(before, after).join(' ')).toContain(words)
  })
})

it.each([
  ['https://a.example/', 'https://a.example/', 'navigate', 1],
  ['https://a.example/', 'https://a.example/?aff=jane', 'navigate', 2],
  ['https://a.example/', 'https://a.example/', 'reload', 2],
])('tells where the visit at %s, from %s by %s, began', (current, original, type, count) => {
  const sentences = landingSentences(current, original, type)
  expect(sentences).toHaveLength(count)
  expect(sentences[0]).toContain(original)
})
