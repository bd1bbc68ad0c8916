import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createProgram,
  type NewProgram,
} from '../../../server/src/domain/programs/create-program.js'
import { type RunningServer, startServer } from '../../../server/src/server.js'
import { openDatabase } from '../../../server/src/store/open-database.js'
import type { Host } from './network.js'
import { type Program, programOf } from './program.js'

/** A real pollen-server with a database of its own. */
export interface Pollen {
  /** Its place in the network: what is asked there, is asked of the server. */
  host: Host
  /** Creates a program: an affiliate program of 30 % with query links, where nothing else is said. */
  newProgram(settings?: Partial<NewProgram>): Promise<Program>
  /** Ends the server; what it has stored stays. */
  stop(): Promise<void>
  /** Starts it on the same database; does nothing while it runs. */
  start(): Promise<void>
  /** Ends it for good. */
  close(): Promise<void>
}

/** Where pages find the server. */
export const POLLEN_HOST = 'pollen.test'

/** What belongs to one connection and is not passed on. */
const OF_THE_CONNECTION = ['connection', 'proxy-connection', 'host', 'content-length', 'keep-alive']

/** What no longer holds once the body has been read. */
const OF_THE_TRANSFER = ['content-encoding', 'content-length', 'transfer-encoding', 'connection']

export async function startPollen(): Promise<Pollen> {
  const folder = mkdtempSync(join(tmpdir(), 'pollen-browser-'))
  const database = `sqlite:${join(folder, 'pollen.db')}`
  let server: RunningServer | undefined
  const serverUrl = () => {
    if (server) return server.url
    throw new Error('The server is down.')
  }

  const start = async () => {
    server ??= await startServer({
      port: 0,
      database,
      publicUrl: `http://${POLLEN_HOST}`,
      // All visitors of a test come from this machine.
      eventsPerMinute: 0,
      logLevel: 'silent',
    })
  }

  const stop = async () => {
    const running = server
    server = undefined
    await running?.close()
  }

  await start()
  const db = await openDatabase(database)
  return {
    start,
    stop,
    async host({ method, url, headers, body }) {
      const passedOn = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name))
      const answer = await fetch(serverUrl() + url.pathname + url.search, {
        method,
        headers: passedOn as [string, string][],
        ...(body && { body }),
      })
      const kept = Object.fromEntries(answer.headers)
      for (const name of OF_THE_TRANSFER) delete kept[name]
      return { status: answer.status, headers: kept, body: await answer.text() }
    },
    async newProgram(settings = {}) {
      const type = settings.type ?? 'affiliate'
      const { program, apiKey } = await createProgram(
        db,
        {
          name: 'Shop',
          website: 'http://www.shop.test',
          type,
          parameter: type === 'affiliate' ? 'aff' : 'ref',
          url_format: 'query',
          cookie_lifetime_days: 30,
          attribution: 'last_click',
          currency: 'USD',
          commission_type: 'percent',
          commission_micros: 30_000_000n,
          ...settings,
        },
        Date.now(),
      )
      return programOf(program.program_id, apiKey, serverUrl)
    },
    async close() {
      await stop()
      await db.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}
