/** What we keep files in, the smallest first. */
const ENCODINGS = ['br', 'gzip'] as const

export type Encoding = (typeof ENCODINGS)[number] | 'identity'

/**
 * The encoding to answer in.
 *
 * @param accepted The request's Accept-Encoding: `gzip, deflate, br;q=0.9`. Weights only matter where
 *   they are zero, which refuses an encoding (RFC 9110, section 12.5.3): whoever can read brotli is
 *   served best by it.
 */
export function preferredEncoding(accepted = ''): Encoding {
  const names = accepted
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  return ENCODINGS.find((encoding) => names.includes(encoding)) ?? 'identity'
}
