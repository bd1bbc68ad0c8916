import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

/** What the browser tells by itself; members as the protocol has them. */
export interface DevtoolsEvent {
  method: string
  // biome-ignore lint/suspicious/noExplicitAny: https://chromedevtools.github.io/devtools-protocol/ types it.
  params: any
  sessionId?: string
}

export interface Devtools {
  /**
   * Calls a method of the protocol.
   *
   * @param session Of a page; none for the browser itself.
   * @throws {Error} With the browser's own words when it refuses, or when it has ended.
   */
  // biome-ignore lint/suspicious/noExplicitAny: https://chromedevtools.github.io/devtools-protocol/ types it.
  send(method: string, params?: object, session?: string): Promise<any>
  /** Calls `listener` for each event; returns its undo. */
  listen(listener: (event: DevtoolsEvent) => void): () => void
  close(): Promise<void>
}

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  // Containers have a /dev/shm of 64 MiB.
  '--disable-dev-shm-usage',
  'about:blank',
]

/** Chromium's sandbox refuses to run as root, which is what most containers run as. */
const sandboxFlags = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/**
 * Starts a browser with a profile of its own and speaks the DevTools protocol with it, over a pipe:
 * messages are JSON, each ended by a zero byte. No port is opened.
 *
 * @param path Of a browser of the Chromium family.
 */
export function openDevtools(path: string): Devtools {
  const profile = mkdtempSync(join(tmpdir(), 'pollen-verify-'))
  const child = spawn(path, [`--user-data-dir=${profile}`, ...sandboxFlags(), ...FLAGS], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const [, , , input, output] = child.stdio as [null, null, null, Writable, Readable]
  const listeners = new Set<(event: DevtoolsEvent) => void>()
  const pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  let lastId = 0
  let ended: Error | undefined
  let rest = ''

  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of pending.values()) reject(ended)
    pending.clear()
  }
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => {
      end(new Error(`The browser ${path} has ended.`))
      resolve()
    })
    child.once('error', ({ message }) => {
      end(new Error(`The browser ${path} cannot be started: ${message}`))
      resolve()
    })
  })
  // A browser that has ended is told by 'close'.
  input.on('error', () => {})

  const receive = (text: string) => {
    const message = JSON.parse(text)
    if (message.id === undefined) {
      for (const listener of listeners) listener(message)
      return
    }
    const call = pending.get(message.id)
    pending.delete(message.id)
    if (message.error) call?.reject(new Error(message.error.message))
    else call?.resolve(message.result)
  }
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0')
    rest = texts.pop() ?? ''
    texts.forEach(receive)
  })

  return {
    send(method, params = {}, sessionId) {
      if (ended) return Promise.reject(ended)
      lastId += 1
      const id = lastId
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject })
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      })
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      // Asked so, it ends its other processes before itself. One that hangs is ended from outside.
      const hangs = setTimeout(() => child.kill('SIGKILL'), 5000)
      await this.send('Browser.close').catch(() => child.kill())
      await closed
      clearTimeout(hangs)
      await removeProfile(profile)
    },
  }
}

/**
 * Removes a browser's files, some of which may still be written for a moment: Node's own retries
 * would only try the emptied folder again. What is left after two seconds stays with the temporary
 * files; what the browser has found out matters more.
 */
async function removeProfile(profile: string): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return rmSync(profile, { recursive: true, force: true })
    } catch {
      await delay(100)
    }
  }
}
