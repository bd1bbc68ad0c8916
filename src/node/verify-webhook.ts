import { type HeadersLike, headerOf } from './lib/headers-like.js'
import { WebhookError } from './webhook-error.js'

export interface VerifyWebhookOptions {
  /** The body as it arrived, before anything parsed it: another order of members is another text. */
  payload: string | Uint8Array | ArrayBuffer
  /** The headers of the request, in any shape. */
  headers: HeadersLike
  /** The webhook's `signature`, as the API showed it when the webhook was made. */
  secret: string
  /**
   * How far the time of sending may lie from ours, in seconds, either way; 300 by default. Each attempt
   * to deliver has a time of its own, so late deliveries pass and copied ones do not.
   */
  toleranceSeconds?: number | undefined
  /**
   * Accept a delivery that brings only the older `Signature` (or `x-partnero-signature`); `false` by
   * default. That one has no time in it: whoever saw such a delivery can send it again for ever, and
   * can make one by leaving the newer headers away.
   */
  acceptsUndated?: boolean | undefined
  /** Milliseconds since the epoch; the clock of this machine by default. */
  now?: number | undefined
}

/** An event as it was sent, and the id under which it is sent again when we do not answer. */
export interface WebhookEvent {
  /** The same for each attempt: keep it to do the work once. Absent beside the older header. */
  id?: string
  /** `transaction.created`, `customer.created`, … */
  event: string
  /** The record that the event is about. */
  data: Record<string, unknown>
  created_at?: string
  webhook_key?: string
  url?: string
}

/**
 * Makes sure that a webhook comes from whoever knows the secret, and has just been sent.
 *
 * Understands the headers of Standard Webhooks (https://www.standardwebhooks.com) and, where they are
 * allowed, the older ones: lower-case hexadecimal HMAC-SHA256 of the body.
 *
 * @throws WebhookError naming what is missing, wrong or too old.
 */
export async function verifyWebhook({
  payload,
  headers,
  secret,
  toleranceSeconds = 300,
  acceptsUndated = false,
  now = Date.now(),
}: VerifyWebhookOptions): Promise<WebhookEvent> {
  const body = bytesOf(payload)
  const header = (name: string) => headerOf(headers, name)
  const signatures = header('webhook-signature')
  if (signatures !== undefined) {
    const id = required(header('webhook-id'), 'webhook-id')
    const timestamp = required(header('webhook-timestamp'), 'webhook-timestamp')
    await assertSigned(standardKey(secret), standardSignatures(signatures), [
      new TextEncoder().encode(`${id}.${timestamp}.`),
      body,
    ])
    assertRecent(timestamp, toleranceSeconds, now)
    return { ...parse(body), id }
  }
  const older = header('signature') ?? header('x-partnero-signature')
  if (older === undefined) throw missing('webhook-signature')
  if (!acceptsUndated) {
    throw new WebhookError(
      'missing_header',
      'There is no webhook-signature header. The older signature that is there has no time in it, ' +
        'so anybody who saw it could send it again; say `acceptsUndated: true` to take it even so.',
    )
  }
  await assertSigned(new TextEncoder().encode(secret), [hexBytes(older)], [body])
  return parse(body)
}

/** Standard Webhooks knows secrets in base64, with or without a prefix: pollen-server shows them without. */
const standardKey = (secret: string): Uint8Array<ArrayBuffer> =>
  base64Bytes(secret.replace(/^whsec_/, ''))

/** Several stand side by side while a secret is changed: `v1,K5oZ… v1,7Hd2…`; other versions wait. */
const standardSignatures = (header: string): Uint8Array<ArrayBuffer>[] =>
  header
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => base64Bytes(signature.slice('v1,'.length)))

/** WebCrypto compares in constant time, unlike `===`. */
async function assertSigned(
  secret: Uint8Array<ArrayBuffer>,
  signatures: Uint8Array<ArrayBuffer>[],
  parts: Uint8Array<ArrayBuffer>[],
): Promise<void> {
  if (secret.length === 0) throw new TypeError('verifyWebhook() needs the secret of the webhook.')
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['verify'])
  const content = await new Blob(parts).arrayBuffer()
  for (const signature of signatures) {
    if (await crypto.subtle.verify('HMAC', key, signature, content)) return
  }
  throw new WebhookError(
    'wrong_signature',
    'The signature fits neither this body nor this secret. Was the body parsed and written again?',
  )
}

function assertRecent(timestamp: string, toleranceSeconds: number, now: number): void {
  if (!/^\d{1,12}$/.test(timestamp)) {
    throw new WebhookError('malformed_header', 'webhook-timestamp is not a number of seconds.')
  }
  const ageSeconds = Math.round(now / 1000) - Number(timestamp)
  if (Math.abs(ageSeconds) <= toleranceSeconds) return
  throw new WebhookError(
    ageSeconds > 0 ? 'too_old' : 'too_new',
    `The webhook was sent ${Math.abs(ageSeconds)} s ${ageSeconds > 0 ? 'ago' : 'from now'}; ` +
      `${toleranceSeconds} s are allowed. Is the clock of this machine right?`,
  )
}

function parse(body: Uint8Array): WebhookEvent {
  try {
    const event: unknown = JSON.parse(new TextDecoder().decode(body))
    if (isEvent(event)) return event
  } catch (cause) {
    throw new WebhookError('malformed_payload', 'The body is signed, but is no JSON.', { cause })
  }
  throw new WebhookError('malformed_payload', 'The body is signed, but has no `event` and `data`.')
}

const isEvent = (value: unknown): value is WebhookEvent =>
  typeof value === 'object' &&
  value !== null &&
  'event' in value &&
  typeof value.event === 'string' &&
  'data' in value

function bytesOf(payload: VerifyWebhookOptions['payload']): Uint8Array<ArrayBuffer> {
  if (typeof payload === 'string') return new TextEncoder().encode(payload)
  if (payload instanceof Uint8Array || payload instanceof ArrayBuffer)
    return new Uint8Array(payload)
  throw new TypeError('verifyWebhook() needs the raw body, a string or bytes, not what was parsed.')
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw missing(name)
  return value
}

const missing = (name: string) =>
  new WebhookError('missing_header', `There is no ${name} header, so nothing shows who sent this.`)

/** What is not base64 is no signature of anything. */
function base64Bytes(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

const hexBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16))
