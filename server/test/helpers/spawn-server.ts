import type { TestDatabase } from './databases.js'
import { runCli } from './run-cli.js'

/** A server in a process of its own, as an operator starts it with these `flags` besides. */
export async function spawnServer(database: TestDatabase, ...flags: string[]) {
  const run = runCli([
    'serve',
    '--port',
    '0',
    '--database',
    database.url,
    '--events-per-minute',
    '0',
    ...flags,
  ])
  const line = await run.printed(/listens on \S+/)
  return {
    url: /http:\S+/.exec(line)?.[0] ?? '',
    database,
    /** Asks it to stop, and waits until it has. */
    stop: () => {
      run.kill()
      return run.ended
    },
    /** As a power cut would. */
    kill: () => {
      run.kill('SIGKILL')
      return run.ended
    },
  }
}
