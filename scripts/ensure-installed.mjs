import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/** npm writes this file last, so it is there only after an install that finished. */
const INSTALLED = 'node_modules/.package-lock.json'

/** Installs the dependencies when they are missing or older than the lock file. */
export function ensureInstalled() {
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync('package-lock.json').mtimeMs)
    return
  console.log('Installing dependencies …')
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    stdio: 'inherit',
    // npm is a .cmd file on Windows, which only a shell can start.
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('Dependencies could not be installed; the lines above say why.')
    process.exit(1)
  }
}
