import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'src',
  'server/src',
  'server/web',
  'server/scripts',
  'rollup.config.mjs',
  'package-lock.json',
]

/** Files that exist only after a whole build, the last written of each package. */
const RESULTS = ['dist/universal.js', 'dist/index.js', 'server/dist/cli.js', 'server/dist/browser']

/** Builds both packages when a source is newer than what was built. */
export function ensureBuilt() {
  const newestSource = Math.max(...SOURCES.map(newestMtimeMs))
  const isFresh = RESULTS.every((path) => existsSync(path) && statSync(path).mtimeMs > newestSource)
  if (isFresh) return
  console.log('Building …')
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
    stdio: ['inherit', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('The build failed; the lines above say why, and `npm run build` says it again.')
    process.exit(1)
  }
}

/** The newest modification time in milliseconds of a file or of anything below a folder. */
function newestMtimeMs(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestMtimeMs(join(path, name))))
}
