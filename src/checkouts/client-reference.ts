/** What Stripe takes: https://docs.stripe.com/payment-links/url-parameters */
const ACCEPTED = /^[\w-]{1,200}$/

/** Before a key that is written in base64url; a key that begins so itself is written so as well. */
const PREFIX = 'po_'

/**
 * Writes a key as a `client_reference_id` of Stripe, which is 1 to 200 letters, digits, dashes and
 * underscores. Keys of these alone stay as they are; others become base64url after `po_`.
 *
 * @returns `undefined` for a key that does not fit: more than 147 bytes of UTF-8, where it is not of
 * those characters alone.
 */
export function clientReference(key: string): string | undefined {
  if (ACCEPTED.test(key) && !key.startsWith(PREFIX)) return key
  const bytes = String.fromCharCode(...new TextEncoder().encode(key))
  const text = btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
  const reference = PREFIX + text
  return key && ACCEPTED.test(reference) ? reference : undefined
}

/**
 * Reads the key back.
 *
 * @param reference The `client_reference_id` of a checkout session; one that we have not written is
 * returned as it is.
 */
export function readClientReference(reference: string): string {
  if (!reference.startsWith(PREFIX)) return reference
  try {
    const text = reference.slice(PREFIX.length).replace(/-/g, '+').replace(/_/g, '/')
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) || reference
  } catch {
    return reference
  }
}
