import { type BrowserFile, readBrowserFile } from './browser-file.js'

/** The scripts that pages load: the bundle, and the parts that few pages need. */
export const SCRIPTS = [
  'universal.js',
  'forms.js',
  'links.js',
  'consent.js',
  'stripe.js',
  'paddle.js',
  'debug.js',
  'referrals.js',
] as const

const NAMES = [...SCRIPTS, 'universal.js.map', 'snippet.html', 'snippet-pinned.html'] as const

/** By name. */
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
    return Object.fromEntries(
      NAMES.map((name) => [name, readBrowserFile(new URL(name, FOLDER))]),
    ) as BrowserFiles
  } catch (cause) {
    throw new Error('The tracking script has not been built: run `npm run build` first.', { cause })
  }
}
