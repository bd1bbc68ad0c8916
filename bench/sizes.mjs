// What a page loads, in bytes: raw, gzip at its best level, brotli at its best level.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { printTable } from './table.mjs'

const SUBJECTS = {
  'Pollen universal.js': 'dist/universal.js',
  'Pollen npm entry': 'dist/index.js',
  'js-cookie alone': 'node_modules/js-cookie/dist/js.cookie.min.js',
}

printTable(
  ['script', 'raw', 'gzip', 'brotli'],
  Object.entries(SUBJECTS).map(([name, path]) => {
    const bytes = readFileSync(path)
    return [
      name,
      bytes.length,
      gzipSync(bytes, { level: 9 }).length,
      brotliCompressSync(bytes).length,
    ]
  }),
)
