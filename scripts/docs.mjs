// `npm run docs`: builds the site of docs/ into server/dist/help, where pollen-server finds it. What
// that takes has a package.json of its own, so a clone's first install does without it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeCompressed } from '../server/scripts/write-compressed.mjs'
import { assertNodeVersion } from './assert-node-version.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

/** What is on the site: all else beside it is the generator's own. */
const SERVED = /\.(html|js|css|md|txt|json|svg|png)$/

/** A script that stands in the page itself. */
const INLINE = /<script(?![^>]*\ssrc=)[^>]*>(.+?)<\/script>/gs

const root = fileURLToPath(new URL('..', import.meta.url))
const site = new URL('../server/dist/help/', import.meta.url)

assertNodeVersion()
process.chdir(root)
ensureInstalled('docs')
rmSync(site, { recursive: true, force: true })
execFileSync('npm', ['run', 'build', '--prefix', 'docs', '--silent'], {
  stdio: ['ignore', 'ignore', 'pipe'],
  // npm is a .cmd file on Windows, which only a shell can start.
  shell: process.platform === 'win32',
})

cpSync('docs/openapi.json', new URL('openapi.json', site))

const hashes = new Set()
const names = readdirSync(site, { recursive: true }).filter((name) => SERVED.test(name))
for (const name of names) {
  const url = new URL(name.replaceAll('\\', '/'), site)
  const content = readFileSync(url)
  writeCompressed(url, content)
  if (!name.endsWith('.html')) continue
  for (const [, script] of content.toString().matchAll(INLINE)) {
    hashes.add(`sha256-${createHash('sha256').update(script).digest('base64')}`)
  }
}
writeFileSync(new URL('script-hashes.json', site), JSON.stringify([...hashes]))
const pages = names.filter((name) => name.endsWith('.html')).length
console.log(`${pages} pages in server/dist/help; pollen-server shows them at /help.`)
