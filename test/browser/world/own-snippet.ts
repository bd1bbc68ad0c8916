import { readFileSync } from 'node:fs'
import { POLLEN_HOST } from './pollen.js'

const SNIPPET = readFileSync(new URL('../../../dist/snippet.html', import.meta.url), 'utf8')

/** Our snippet as a site pastes it, filled in; with settings where the page is to carry them. */
export const ownSnippet = (program: string, settings?: Record<string, unknown>): string =>
  SNIPPET.replaceAll('https://POLLEN_HOST', `http://${POLLEN_HOST}`).replace(
    "'PROGRAM_ID', 'load'",
    [`'${program}'`, `'load'`, ...(settings ? [JSON.stringify(settings)] : [])].join(', '),
  )
