import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../../../scripts/free-port.mjs'

const CLI = fileURLToPath(new URL('../../../server/bin/pollen-server.js', import.meta.url))

export interface PollenServer {
  url: string
  /** An affiliate program: 30 %, parameter `aff`. */
  affiliate: ProgramAccess
  /** A refer-a-friend program: 5 USD, parameter `ref`, cookies without end. */
  friends: ProgramAccess
  /** Stops it; what it has stored stays. */
  stop(): Promise<void>
  /** Starts it again under the same URL. */
  start(): Promise<void>
  /** Stops it for good. */
  close(): Promise<void>
}

export interface ProgramAccess {
  public_id: string
  api_key: string
}

/** A real server of this test's own, believing what a proxy says of the visitor's address. */
export async function startPollenServer(): Promise<PollenServer> {
  const folder = mkdtempSync(join(tmpdir(), 'pollen-node-'))
  const database = ['--database', `sqlite:${join(folder, 'pollen.db')}`]
  const create = async (name: string, ...flags: string[]): Promise<ProgramAccess> => {
    const site = ['--name', name, '--website', 'https://shop.example', '--json']
    const args = [CLI, 'program', 'create', ...site, ...flags, ...database]
    return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout)
  }
  const affiliate = await create('Shop', '--type', 'affiliate', '--commission', '30%')
  const lifetime = ['--cookie-lifetime', 'lifetime', '--commission', '5.00']
  const friends = await create('Friends', '--type', 'refer_a_friend', ...lifetime)

  let running: ReturnType<typeof spawn> | undefined
  const port = String(await freePort())

  const start = async (): Promise<string> => {
    const args = [CLI, 'serve', '--port', port, '--trust-proxy', '--log-level', 'silent']
    const child = spawn(process.execPath, [...args, ...database])
    running = child
    return new Promise((resolve, reject) => {
      let printed = ''
      child.stderr.on('data', (chunk) => {
        printed += chunk
      })
      child.stdout.on('data', (chunk) => {
        printed += chunk
        const url = /http:\S+/.exec(printed)?.[0]
        if (url) resolve(url)
      })
      child.once('close', () => reject(new Error(`pollen-server ended: ${printed}`)))
    })
  }

  const stop = () =>
    new Promise<void>((resolve) => {
      if (!running || running.exitCode !== null) return resolve()
      running.once('close', () => resolve())
      running.kill()
    })

  return {
    url: await start(),
    affiliate,
    friends,
    stop,
    start: async () => {
      await start()
    },
    close: async () => {
      await stop()
      rmSync(folder, { recursive: true })
    },
  }
}
