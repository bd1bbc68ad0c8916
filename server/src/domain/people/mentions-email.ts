import { foldEmail } from './fold-email.js'

/** An address within the query of an address within a query: each is encoded once more. */
const MOST_ENCODINGS = 3

/**
 * Whether somebody's e-mail address stands in a text, in capitals or not, as it is or encoded for a URL
 * (https://www.rfc-editor.org/rfc/rfc3986#section-2.1), of which every writer encodes other characters.
 * Also as a part of a longer address.
 */
export function mentionsEmail(text: string, email: string): boolean {
  const wanted = foldEmail(email)
  let plain = text
  for (let decoded = 0; decoded <= MOST_ENCODINGS; decoded += 1) {
    if (foldEmail(plain).includes(wanted)) return true
    plain = plain.replace(/(?:%[0-9a-f]{2})+/gi, decode)
  }
  return false
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
