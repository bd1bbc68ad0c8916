import { createHash } from 'node:crypto'

/**
 * The snippet that loads one script for ever, and nothing else in its place: the browser compares it with
 * the hash (https://www.w3.org/TR/SRI/).
 *
 * @param filled `dist/snippet-pinned.html`, filled in for a program.
 * @param bundle The script as it is served now.
 */
export const pinnedSnippet = (
  filled: string,
  { identity, hash }: { identity: Buffer; hash: string },
): string => {
  const digest = createHash('sha384').update(identity).digest('base64')
  return filled.replace('HASH', hash).replace('INTEGRITY', `sha384-${digest}`)
}
