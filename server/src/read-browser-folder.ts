import { readdirSync } from 'node:fs'
import { type BrowserFile, readBrowserFile } from './browser-file.js'

/** Files that browsers load, by their path below the folder: `dashboard/index.html`. */
export type BrowserFolder = ReadonlyMap<string, BrowserFile>

/** Reads all that the build has laid beside its encodings; throws where there is no such folder. */
export function readBrowserFolder(folder: URL): BrowserFolder {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.br'))
      .map((name) => name.slice(0, -'.br'.length).replaceAll('\\', '/'))
      .map((name) => [name, readBrowserFile(new URL(name, folder))]),
  )
}
