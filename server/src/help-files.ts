import { existsSync, readFileSync } from 'node:fs'
import { type BrowserFolder, readBrowserFolder } from './read-browser-folder.js'

export interface HelpFiles {
  files: BrowserFolder
  /** Of the scripts that stand in the pages themselves, as a content policy names them: `sha256-…`. */
  scriptHashes: readonly string[]
}

/** Written by `npm run docs`. */
const FOLDER = new URL('../dist/help/', import.meta.url)

/** Written last of all. */
export const SCRIPT_HASHES = 'script-hashes.json'

/** The built guides; `undefined` where nobody has built them, which a server can do without. */
export function readHelpFiles(folder = FOLDER): HelpFiles | undefined {
  const hashes = new URL(SCRIPT_HASHES, folder)
  if (!existsSync(hashes)) return undefined
  return {
    files: readBrowserFolder(folder),
    scriptHashes: JSON.parse(readFileSync(hashes, 'utf8')),
  }
}
