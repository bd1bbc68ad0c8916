import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { webhookBody, webhookHeaders } from '../../../src/domain/webhooks/webhook-message.js'
import type { WebhookDeliveryRow, WebhookRow } from '../../../src/store/database.js'

const SECRET = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

describe('webhookHeaders', () => {
  const headers = webhookHeaders('msg_1', '{"a":1}', SECRET, 1_614_265_330_999)

  it('signs the exact body in lower-case hexadecimal, under both of Partnero’s names', () => {
    const hex = createHmac('sha256', SECRET).update('{"a":1}').digest('hex')
    expect(headers.signature).toBe(hex)
    expect(headers['x-partnero-signature']).toBe(hex)
  })

  it('signs id, time and body as Standard Webhooks does', () => {
    expect(headers['webhook-id']).toBe('msg_1')
    expect(headers['webhook-timestamp']).toBe('1614265330')
    const key = Buffer.from(SECRET, 'base64')
    expect(key.length).toBe(24)
    const signed = createHmac('sha256', key).update('msg_1.1614265330.{"a":1}').digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signed}`)
  })

  it('agrees with the example that Standard Webhooks’ own libraries are tested with', () => {
    const example = webhookHeaders(
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      '{"test": 2432232314}',
      SECRET,
      1_614_265_330_000,
    )
    expect(example['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })
})

it('webhookBody has the members of both envelopes', () => {
  const webhook = { key: 'wh_1', url: 'https://shop.example/hook' } as WebhookRow
  const delivery = {
    uid: '0196d8b5-9b2c-7000-8000-000000000000',
    event: 'partner.created',
    data: '{"id":"partner_1"}',
    created_at: Date.UTC(2025, 4, 7, 10, 30),
  } as WebhookDeliveryRow
  expect(JSON.parse(webhookBody(webhook, delivery))).toEqual({
    id: '0196d8b5-9b2c-7000-8000-000000000000',
    event: 'partner.created',
    url: 'https://shop.example/hook',
    webhook_key: 'wh_1',
    created_at: '2025-05-07T10:30:00.000000Z',
    timestamp: '2025-05-07T10:30:00.000000Z',
    data: { id: 'partner_1' },
  })
})
