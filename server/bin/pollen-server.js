#!/usr/bin/env node
/** The oldest Node that every dependency supports; `engines` in package.json says the same. */
const OLDEST = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)

if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
  await import('../dist/cli.js')
} else {
  console.error(
    `pollen-server needs Node ${OLDEST.join('.')} or newer; this is Node ${process.versions.node}.`,
  )
  process.exitCode = 1
}
