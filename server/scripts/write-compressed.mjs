import { writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/**
 * Writes a file that browsers load, and beside it the same in each encoding that the server
 * answers in.
 *
 * @param {URL} url
 * @param {Buffer} content
 */
export function writeCompressed(url, content) {
  writeFileSync(url, content)
  writeFileSync(new URL(`${url.href}.gz`), gzipSync(content, { level: 9 }))
  writeFileSync(
    new URL(`${url.href}.br`),
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  )
}
