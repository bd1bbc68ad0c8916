// Runs a script of this repository on a bare clone: `node scripts/run.mjs <script> [arguments]`.
// Checks Node, installs and builds what is missing or stale, then imports the script.
// Nothing but Node's own modules may be imported here: it runs before `npm install`.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { assertNodeVersion } from './assert-node-version.mjs'

assertNodeVersion()
const { ensureInstalled } = await import('./ensure-installed.mjs')
const { ensureBuilt } = await import('./ensure-built.mjs')

const script = process.argv[2]
if (!script) {
  console.error('Usage: node scripts/run.mjs <script> [arguments]')
  process.exit(2)
}

ensureInstalled()
ensureBuilt()
process.argv.splice(1, 1)
await import(pathToFileURL(resolve(script)).href)
