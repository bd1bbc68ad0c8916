import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** npm writes this file last, so it is there only after an install that finished. */
const INSTALLED = 'node_modules/.package-lock.json'

/** Installs a folder's dependencies when they are missing or older than its lock file. */
export function ensureInstalled(folder = '.') {
  const installed = join(folder, INSTALLED)
  const lock = join(folder, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  console.log('Installing dependencies …')
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--loglevel=error'], {
    stdio: 'inherit',
    // npm is a .cmd file on Windows, which only a shell can start.
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('Dependencies could not be installed; the lines above say why.')
    process.exit(1)
  }
}
