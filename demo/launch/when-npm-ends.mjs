/** How often to look, in milliseconds. */
const INTERVAL_MS = 500

/**
 * Notices that npm was told to end. npm runs scripts through a shell, and a shell that is told to end
 * does not tell us: all that we see is that another process has become our parent.
 *
 * @param {() => void} callback
 */
export function whenNpmEnds(callback) {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    callback()
  }, INTERVAL_MS)
  timer.unref()
}
