import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../bin/pollen-server.js', import.meta.url))

/** What `deploy/` starts Node with; its effect is told in bench/README.md. */
const AS_DEPLOYED = ['--max-semi-space-size=4']

/** Makes a program in an empty database. @param cli Of another version of the server. */
export function createProgram(database, cli = CLI) {
  const options = ['--name', 'Shop', '--website', 'https://shop.example', '--type', 'affiliate']
  const output = execFileSync(process.execPath, [
    ...[cli, 'program', 'create', ...options, '--commission', '30%'],
    ...['--database', database, '--json'],
  ])
  return JSON.parse(output)
}

/**
 * Starts a server in a process of its own and waits until it is healthy.
 *
 * @param cli Of another version of the server.
 */
export async function startNode(database, port, cli = CLI) {
  const child = spawn(
    process.execPath,
    [
      ...[
        ...AS_DEPLOYED,
        cli,
        'serve',
        '--port',
        `${port}`,
        '--database',
        database,
        '--log-level',
        'fatal',
      ],
      ...['--events-per-minute', '0', '--requests-per-minute', '0'],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const url = `http://127.0.0.1:${port}`
  await whenHealthy(url, () => {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
  })
  return {
    url,
    pid: child.pid,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    /** Resolves when it has ended, with its exit code. */
    async end(signal) {
      const exit = once(child, 'exit')
      child.kill(signal)
      const [code] = await exit
      return code
    },
  }
}

/** Resolves when the server at `url` and its database answer. */
export async function whenHealthy(url, check = () => {}) {
  while (
    !(await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    check()
    await pause(20)
  }
}

/** Resident memory of a process in megabytes; Linux only, 0 elsewhere. */
export function residentMegabytes(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Math.round(kilobytes / 1024)
  } catch {
    return 0
  }
}
