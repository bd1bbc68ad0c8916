import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Encoding } from './routes/preferred-encoding.js'

/** One file in each encoding that we answer in, and the beginning of its SHA-256. */
export type BrowserFile = Record<Encoding, Buffer> & { hash: string }

/** The scripts that pages load: the bundle, and the parts that few pages need. */
export const SCRIPTS = [
  'universal.js',
  'forms.js',
  'links.js',
  'consent.js',
  'stripe.js',
  'paddle.js',
  'debug.js',
] as const

const NAMES = [...SCRIPTS, 'universal.js.map', 'snippet.html'] as const

export type BrowserFiles = Record<(typeof NAMES)[number], BrowserFile>

/** Written by the build, beside the compiled code. */
const FOLDER = new URL('../dist/browser/', import.meta.url)

/**
 * Reads what browsers load, once, at the start.
 *
 * @throws When the build has not put it there.
 */
export function readBrowserFiles(): BrowserFiles {
  try {
    return Object.fromEntries(NAMES.map((name) => [name, readFile(name)])) as BrowserFiles
  } catch (cause) {
    throw new Error('The tracking script has not been built: run `npm run build` first.', { cause })
  }
}

function readFile(name: string): BrowserFile {
  const identity = readFileSync(new URL(name, FOLDER))
  return {
    identity,
    br: readFileSync(new URL(`${name}.br`, FOLDER)),
    gzip: readFileSync(new URL(`${name}.gz`, FOLDER)),
    hash: createHash('sha256').update(identity).digest('base64url').slice(0, 16),
  }
}
