import { createHmac, randomBytes } from 'node:crypto'
import { PollenError } from '../../errors/pollen-error.js'
import { isSameText } from '../payments/is-same-text.js'

/** `<customer's uid>.<seconds since the epoch, base 36>.<HMAC-SHA256, base64url>` */
const TOKEN = /^([0-9a-f-]{36})\.([0-9a-z]{1,8})\.([\w-]{43})$/

/** 256 random bits, of which the signatures of a program are made. */
export const newWidgetSecret = (): string => randomBytes(32).toString('base64url')

/** Whom a token is for, and until when. */
export interface WidgetTokenFacts {
  programId: string
  customerUid: string
  /** Seconds since the epoch. */
  expiresAt: number
}

/** A text that shows a page what one customer's referrals came to; it can be read by whoever has it. */
export function signWidgetToken(secret: string, facts: WidgetTokenFacts): string {
  const end = facts.expiresAt.toString(36)
  return `${facts.customerUid}.${end}.${signature(secret, facts)}`
}

/**
 * Whose token this is. Whether the customer is still there has to be asked of the database.
 *
 * @param secret The program's.
 * @param now Milliseconds since the epoch.
 * @returns The customer's `uid`.
 * @throws PollenError `widget_token_wrong` or `widget_token_expired`
 */
export function readWidgetToken(
  secret: string,
  programId: string,
  token: string,
  now: number,
): string {
  const [, customerUid = '', end = '', signed = ''] = TOKEN.exec(token) ?? []
  const expiresAt = Number.parseInt(end, 36)
  if (!isSameText(signed, signature(secret, { programId, customerUid, expiresAt }))) {
    throw new PollenError('widget_token_wrong')
  }
  if (expiresAt * 1000 <= now) throw new PollenError('widget_token_expired')
  return customerUid
}

/** What it is for is signed, too, so that nothing else that the secret signs passes for a token. */
const signature = (secret: string, { programId, customerUid, expiresAt }: WidgetTokenFacts) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['widget', programId, customerUid, expiresAt]))
    .digest('base64url')

/**
 * The key of the link that an e-mail address gets from a page that anybody can read: the same each
 * time, so that the answer tells nobody whether the address was known. 15 characters 0–9 and a–f.
 */
export const publicReferralKey = (secret: string, programId: string, emailFolded: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['referral key', programId, emailFolded]))
    .digest('hex')
    .slice(0, 15)
