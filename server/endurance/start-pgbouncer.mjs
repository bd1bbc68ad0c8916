import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/free-port.mjs'

/** Sessions with PostgreSQL: fewer than two nodes have connections, so that these are handed around. */
const SESSIONS = 6

/** From this version on it keeps prepared statements apart (https://www.pgbouncer.org/config.html). */
const KEEPS_PREPARED = 1.21

/**
 * A PgBouncer of the machine's own (`apt-get install pgbouncer`) in front of the PostgreSQL at `database`,
 * which gives a session to a transaction and no longer.
 *
 * @returns The URL to use instead, and a function that ends it.
 */
export async function startPgBouncer(database) {
  const { hostname, port, username, password, pathname } = new URL(database)
  const [, version = ''] = /(\d+\.\d+)/.exec(execFileSync('pgbouncer', ['--version'])) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'pollen-pgbouncer-'))
  const file = join(folder, 'pgbouncer.ini')
  const own = await freePort()
  const name = pathname.slice(1)
  writeFileSync(
    file,
    [
      '[databases]',
      `${name} = host=${hostname} port=${port} user=${username} password=${password}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${own}`,
      'unix_socket_dir =',
      'auth_type = any',
      'pool_mode = transaction',
      `default_pool_size = ${SESSIONS}`,
      ...(Number(version) >= KEEPS_PREPARED ? ['max_prepared_statements = 300'] : []),
      '',
    ].join('\n'),
  )
  // It refuses to be root, and has to read this as somebody else.
  chmodSync(folder, 0o755)
  const asSomebody = userInfo().uid === 0 ? ['--user', 'nobody'] : []
  const child = spawn('pgbouncer', ['--quiet', ...asSomebody, file], { stdio: 'inherit' })
  return {
    version,
    url: `postgres://${username}@127.0.0.1:${own}/${name}`,
    async stop() {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
