import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Finding, fail, ok, warn } from './finding.js'

const GIGABYTE = 1024 ** 3

/** Below this, a busy day or a backup may fill it. */
const LITTLE = 2 * GIGABYTE
const TOO_LITTLE = GIGABYTE / 10

/** How much room there is where the file of SQLite lies. */
export async function checkDisk(url: string): Promise<Finding> {
  const folder = dirname(resolve(url.slice('sqlite:'.length)))
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const message = `${(free / GIGABYTE).toFixed(1)} GB are free in ${folder}.`
  if (free >= LITTLE) return ok('disk', message)
  const advice = 'Make room: without it nothing more is stored.'
  return free < TOO_LITTLE ? fail('disk', message, advice) : warn('disk', message, advice)
}
