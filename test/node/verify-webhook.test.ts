import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type VerifyWebhookOptions, verifyWebhook } from '../../src/node/index.js'

const BODY = JSON.stringify({ event: 'transaction.created', data: { key: 'pay_1' }, url: '…ü…' })
const NOW = Date.UTC(2026, 4, 9)
const SECONDS = String(NOW / 1000)
const RAW_SECRET = 'Sjn3sNnmh14yk6zb'
const STANDARD_SECRET = `whsec_${Buffer.from('a secret of 24 bytes, ok').toString('base64')}`

const keyOf = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

/** Signs as https://www.standardwebhooks.com says, with another library than ours. */
const signed = (secret = STANDARD_SECRET, body = BODY, timestamp = SECONDS, id = 'msg_1') => ({
  'webhook-id': id,
  'webhook-timestamp': timestamp,
  'webhook-signature': `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
})

const olderSigned = (name = 'signature') => ({
  [name]: createHmac('sha256', RAW_SECRET).update(BODY).digest('hex'),
})

const verify = (options: Partial<VerifyWebhookOptions>) =>
  verifyWebhook({ payload: BODY, headers: signed(), secret: STANDARD_SECRET, now: NOW, ...options })

describe('accepts', () => {
  it('a delivery that was just signed, and tells its event and id', async () => {
    expect(await verify({})).toEqual({ ...JSON.parse(BODY), id: 'msg_1' })
  })

  it('an example of the standard as it is published', async () => {
    // From the test vectors of the reference libraries of Standard Webhooks.
    const payload = '{"test": 2432232314}'
    const promise = verifyWebhook({
      payload,
      headers: {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
      secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      now: 1_614_265_330_000,
    })
    await expect(promise).rejects.toMatchObject({ reason: 'malformed_payload' })
  })

  it.each([
    [
      'a secret without the prefix, as the API shows it',
      { secret: RAW_SECRET, headers: signed(RAW_SECRET) },
    ],
    ['bytes', { payload: new TextEncoder().encode(BODY) }],
    ["Node's buffers", { payload: Buffer.from(BODY) }],
    ['an array buffer', { payload: new TextEncoder().encode(BODY).buffer }],
    ['Fetch headers', { headers: new Headers(signed()) }],
    [
      'one of several signatures, while a secret is changed',
      {
        headers: {
          ...signed(),
          'webhook-signature': `v1,AAAA v2,xyz ${signed()['webhook-signature']}`,
        },
      },
    ],
    ['a clock 5 minutes behind', { now: NOW - 300_000 }],
    ['a clock 5 minutes ahead', { now: NOW + 300_000 }],
    [
      'an older signature, where allowed',
      { secret: RAW_SECRET, headers: olderSigned(), acceptsUndated: true },
    ],
    [
      'the oldest signature, where allowed',
      { secret: RAW_SECRET, headers: olderSigned('X-Partnero-Signature'), acceptsUndated: true },
    ],
  ])('%s', async (_what, options) => {
    expect(await verify(options)).toMatchObject({ event: 'transaction.created' })
  })
})

describe('refuses', () => {
  const without = (name: string) => ({ headers: { ...signed(), [name]: undefined } })

  it.each([
    ['no signature', { headers: {} }, 'missing_header', 'webhook-signature'],
    ['no id', without('webhook-id'), 'missing_header', 'webhook-id'],
    ['no time', without('webhook-timestamp'), 'missing_header', 'webhook-timestamp'],
    ['an older signature', { headers: olderSigned() }, 'missing_header', 'acceptsUndated'],
    ['another body', { payload: BODY.replace('pay_1', 'pay_2') }, 'wrong_signature', 'body'],
    ['another secret', { secret: 'whsec_AAAA' }, 'wrong_signature', 'secret'],
    [
      'a signature that is no base64',
      { headers: { ...signed(), 'webhook-signature': 'v1,é' } },
      'wrong_signature',
      'secret',
    ],
    [
      'a signature of another version',
      { headers: { ...signed(), 'webhook-signature': 'v2,AAAA' } },
      'wrong_signature',
      'secret',
    ],
    [
      'a time that was changed',
      { headers: { ...signed(), 'webhook-timestamp': String(NOW / 1000 + 1) } },
      'wrong_signature',
      'secret',
    ],
    [
      'a time that is none',
      { headers: signed(STANDARD_SECRET, BODY, 'soon') },
      'malformed_header',
      'webhook-timestamp',
    ],
    ['a copy of an old delivery', { now: NOW + 301_000 }, 'too_old', '301 s ago'],
    ['a delivery from the future', { now: NOW - 301_000 }, 'too_new', '301 s from now'],
    [
      'a shorter tolerance',
      { now: NOW + 61_000, toleranceSeconds: 60 },
      'too_old',
      '60 s are allowed',
    ],
    [
      'a wrong older signature',
      { secret: 'x', headers: olderSigned(), acceptsUndated: true },
      'wrong_signature',
      'secret',
    ],
    [
      'an older signature that is too short',
      { headers: { signature: 'ab' }, acceptsUndated: true },
      'wrong_signature',
      'secret',
    ],
    [
      'a body that is no JSON',
      { payload: 'x', headers: signed(STANDARD_SECRET, 'x') },
      'malformed_payload',
      'JSON',
    ],
    [
      'a body that is no event',
      { payload: '[]', headers: signed(STANDARD_SECRET, '[]') },
      'malformed_payload',
      'event',
    ],
  ])('%s', async (_what, options, reason, said) => {
    const refusal = expect(verify(options)).rejects
    await refusal.toMatchObject({ name: 'WebhookError', reason })
    await refusal.toThrow(said)
  })

  it('a wrong signature beside a right older one', async () => {
    const headers = { ...signed('whsec_AAAA'), ...olderSigned() }
    const delivery = verify({ headers, secret: RAW_SECRET, acceptsUndated: true })
    await expect(delivery).rejects.toMatchObject({ reason: 'wrong_signature' })
  })

  it('what was parsed already, and a secret that is empty, as mistakes of the caller', async () => {
    const parsed = JSON.parse(BODY)
    await expect(verify({ payload: parsed })).rejects.toThrow(TypeError)
    await expect(verify({ secret: '' })).rejects.toThrow(TypeError)
  })
})
