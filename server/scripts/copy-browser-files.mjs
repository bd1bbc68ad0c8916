// Puts what browsers load into server/dist/browser, compressed once and for all. It is the last step
// of the build and makes the folder anew, so the folder's time tells when the build was finished.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { writeCompressed } from './write-compressed.mjs'

const source = new URL('../../dist/', import.meta.url)
const target = new URL('../dist/browser/', import.meta.url)

const names = [
  'universal.js',
  'universal.js.map',
  'forms.js',
  'links.js',
  'consent.js',
  'stripe.js',
  'paddle.js',
  'debug.js',
  'referrals.js',
  'snippet.html',
  'snippet-pinned.html',
]

const missing = names.filter((name) => !existsSync(new URL(name, source)))
if (missing.length > 0) {
  console.error(
    `dist/ has no ${missing.join(', ')}: build pollen-js first, with \`npm run build\` in the root of the repository.`,
  )
  process.exit(1)
}

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
for (const name of names) {
  writeCompressed(new URL(name, target), readFileSync(new URL(name, source)))
}
