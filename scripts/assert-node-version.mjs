/** The oldest Node that every dependency supports; `engines` in package.json says the same. */
const OLDEST = [20, 19]

/** Ends the process with one sentence when this Node is older than Pollen needs. */
export function assertNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  console.error(
    `Pollen needs Node ${OLDEST.join('.')} or newer; this is Node ${process.versions.node}.`,
  )
  process.exit(1)
}
