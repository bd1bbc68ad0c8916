import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { freePort } from '../../scripts/free-port.mjs'
import type { Programs } from '../launch/seed.mjs'

const START = fileURLToPath(new URL('../start.mjs', import.meta.url))

export interface Place {
  port: number
  shopPort: number
  dataFolder: string
}

export interface RunningDemo {
  child: ChildProcess
  shopUrl: string
  serverUrl: string
  /** What it has printed so far, errors included. */
  output(): string
  programs(): Promise<Programs>
  /** Sends the signal and waits for the end; resolves to the exit code, `null` if it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Two free ports and an empty folder. */
export async function newPlace(): Promise<Place> {
  const [port, shopPort] = await Promise.all([freePort(), freePort()])
  return { port, shopPort, dataFolder: await mkdtemp(join(tmpdir(), 'pollen-demo-')) }
}

export const leavePlace = ({ dataFolder }: Place) =>
  rm(dataFolder, { recursive: true, force: true })

/** Runs the demo as `npm run demo` does once everything is built. */
export function runDemo({ port, shopPort, dataFolder }: Place, ...args: string[]): RunningDemo {
  const child = spawn(process.execPath, [START, ...args], {
    env: {
      ...process.env,
      PORT: String(port),
      SHOP_PORT: String(shopPort),
      POLLEN_DEMO_DATA: dataFolder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text
    })
  }
  const ended = once(child, 'exit') as Promise<[number | null]>
  return {
    child,
    shopUrl: `http://localhost:${shopPort}`,
    serverUrl: `http://localhost:${port}`,
    output: () => printed,
    programs: async () => JSON.parse(await readFile(join(dataFolder, 'programs.json'), 'utf8')),
    async end(signal) {
      child.kill(signal)
      const [code] = await ended
      return code
    },
  }
}

/** Runs the demo and waits for its line beginning `ready`. */
export async function readyDemo(place: Place, ...args: string[]): Promise<RunningDemo> {
  const demo = runDemo(place, ...args)
  await vi.waitFor(
    () => {
      if (/^ready/m.test(demo.output())) return
      throw new Error(`The demo is not ready; it printed: ${demo.output()}`)
    },
    { timeout: 50_000, interval: 50 },
  )
  return demo
}
