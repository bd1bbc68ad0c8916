import { readdirSync } from 'node:fs'
import { type BrowserFile, readBrowserFile } from './browser-file.js'

/** What people's browsers load of the dashboard and its like, by path: `dashboard/index.html`. */
export type WebFiles = ReadonlyMap<string, BrowserFile>

/** Written by the build, beside the compiled code. */
const FOLDER = new URL('../dist/web/', import.meta.url)

/**
 * Reads the built pages, once, at the start.
 *
 * @throws When the build has not put them there.
 */
export function readWebFiles(): WebFiles {
  try {
    return new Map(
      readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.br'))
        .map((name) => name.slice(0, -'.br'.length).replaceAll('\\', '/'))
        .map((name) => [name, readBrowserFile(new URL(name, FOLDER))]),
    )
  } catch (cause) {
    throw new Error('The dashboard has not been built: run `npm run build` first.', { cause })
  }
}
