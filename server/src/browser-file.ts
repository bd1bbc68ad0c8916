import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Encoding } from './routes/preferred-encoding.js'

/** One file in each encoding that we answer in, and the beginning of its SHA-256. */
export type BrowserFile = Record<Encoding, Buffer> & { hash: string }

/** Reads a file that the build has laid beside its encodings; throws where one is missing. */
export function readBrowserFile(url: URL): BrowserFile {
  const identity = readFileSync(url)
  return {
    identity,
    br: readFileSync(new URL(`${url.href}.br`)),
    gzip: readFileSync(new URL(`${url.href}.gz`)),
    hash: createHash('sha256').update(identity).digest('base64url').slice(0, 16),
  }
}
