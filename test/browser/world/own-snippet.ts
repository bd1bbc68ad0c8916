import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { POLLEN_HOST } from './pollen.js'

const read = (name: string) =>
  readFileSync(new URL(`../../../dist/${name}`, import.meta.url), 'utf8')

const SNIPPET = read('snippet.html')
const PINNED = read('snippet-pinned.html')

/** SHA-384 of the script, as a browser compares it. */
export const INTEGRITY = `sha384-${createHash('sha384').update(read('universal.js')).digest('base64')}`

/** Our snippet as a site pastes it, filled in; with settings where the page is to carry them. */
export const ownSnippet = (program: string, settings?: Record<string, unknown>): string =>
  SNIPPET.replaceAll('https://POLLEN_HOST', `http://${POLLEN_HOST}`).replace(
    "'PROGRAM_ID', 'load'",
    [`'${program}'`, `'load'`, ...(settings ? [JSON.stringify(settings)] : [])].join(', '),
  )

/** The snippet that takes no other script than the one with this hash. */
export const pinnedSnippet = (program: string, integrity = INTEGRITY): string => {
  const hash = createHash('sha256').update(read('universal.js')).digest('base64url').slice(0, 16)
  return PINNED.replaceAll('https://POLLEN_HOST', `http://${POLLEN_HOST}`)
    .replaceAll('PROGRAM_ID', program)
    .replace('HASH', hash)
    .replace('INTEGRITY', integrity)
}
