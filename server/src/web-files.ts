import { type BrowserFolder, readBrowserFolder } from './read-browser-folder.js'

/** What people's browsers load of the dashboard and its like. */
export type WebFiles = BrowserFolder

/** Written by the build, beside the compiled code. */
const FOLDER = new URL('../dist/web/', import.meta.url)

/**
 * Reads the built pages, once, at the start.
 *
 * @throws When the build has not put them there.
 */
export function readWebFiles(): WebFiles {
  try {
    return readBrowserFolder(FOLDER)
  } catch (cause) {
    throw new Error('The dashboard has not been built: run `npm run build` first.', { cause })
  }
}
