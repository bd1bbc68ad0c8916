import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Encoding } from './routes/preferred-encoding.js'

/** One file in each encoding that we answer in, and the beginning of its SHA-256. */
export type BrowserFile = Record<Encoding, Buffer> & { hash: string }

/** Reads a file that the build has laid beside its encodings; throws where one is missing. */
export function readBrowserFile(url: URL): BrowserFile {
  return withHash(
    readFileSync(url),
    readFileSync(new URL(`${url.href}.br`)),
    readFileSync(new URL(`${url.href}.gz`)),
  )
}

/** The same of a script that no build has compressed. */
export const packBrowserFile = (identity: Buffer): BrowserFile =>
  withHash(identity, brotliCompressSync(identity), gzipSync(identity, { level: 9 }))

const withHash = (identity: Buffer, br: Buffer, gzip: Buffer): BrowserFile => ({
  identity,
  br,
  gzip,
  hash: createHash('sha256').update(identity).digest('base64url').slice(0, 16),
})
