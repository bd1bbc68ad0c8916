import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../../scripts/free-port.mjs'
import type { Launch, StoredCookie, Tab, Visitor } from './engine.js'
import { findCommand } from './find-command.js'
import { goBack } from './go-back.js'
import { untilAnswered, type WebDriver, webDriver } from './webdriver.js'

/** Where Debian keeps the browser that WebKitWebDriver drives. */
const MINI_BROWSER = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-4.1/MiniBrowser`

/** The member that names an element, see https://www.w3.org/TR/webdriver2/#elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** WebKitGTK by plain WebDriver, on a virtual screen (Debian: webkit2gtk-driver, xvfb, xauth). */
export const launchWebKit: Launch = async (proxy) => {
  const port = await freePort()
  const command = [findCommand('WebKitWebDriver'), `--port=${port}`]
  // Two workers that start at once must not choose the same screen.
  const screen = ['--auto-servernum', `--server-num=${100 + (process.pid % 10_000)}`]
  const driver = spawn(findCommand('xvfb-run'), [...screen, ...command], {
    stdio: 'ignore',
    detached: true,
    // The sandbox needs user namespaces, which a container's root seldom has.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  })
  const root = `http://127.0.0.1:${port}`
  await untilReady(webDriver(root))

  const newSession = async () => {
    const session = await startBrowser(webDriver(root), {
      capabilities: {
        alwaysMatch: {
          // With 'eager', any command waits for ever while a page that has been read still loads.
          pageLoadStrategy: 'none',
          // A command that a navigation overtakes is lost, and is given up after this: 30 s by default,
          // all the time that a test has (https://www.w3.org/TR/webdriver2/#timeouts).
          timeouts: { script: 3000 },
          // The proxy that WebDriver sets is asked for encrypted pages by TLS of its own; this one
          // is not. Hosts of tests sign their certificates themselves.
          'webkitgtk:browserOptions': {
            binary: MINI_BROWSER,
            args: ['--automation', `--proxy=http://${proxy}`, '--ignore-tls-errors'],
          },
        },
      },
    })
    const { sessionId, capabilities } = session as {
      sessionId: string
      capabilities: { browserVersion: string }
    }
    const browser = webDriver(`${root}/session/${sessionId}`)
    return { browser, version: `WebKitGTK ${capabilities.browserVersion}` }
  }

  const { browser, version } = await newSession()
  await browser('DELETE', '')
  return {
    name: 'webkit',
    version,
    newVisitor: async () => visitor((await newSession()).browser),
    async close() {
      if (driver.pid) process.kill(-driver.pid)
      await once(driver, 'exit')
    },
  }
}

/** How long a browser may take to start; it takes one second, as a rule. */
const STARTS_WITHIN_MS = 8000

/** One MiniBrowser in a hundred starts and is never heard of by its driver: then another is started. */
const startBrowser = (driver: WebDriver, session: object): Promise<unknown> =>
  untilAnswered(() => driver('POST', '/session', session, STARTS_WITHIN_MS))

async function untilReady(driver: WebDriver): Promise<void> {
  while (!(await driver('GET', '/status').catch(() => undefined))) await pause(20)
}

function visitor(browser: WebDriver): Visitor {
  let isFirstTab = true
  const firstWindow = async () => (await untilAnswered(() => browser('GET', '/window'))) as string
  const newWindow = async () => {
    const { handle } = (await browser('POST', '/window/new', { type: 'tab' })) as { handle: string }
    return handle
  }
  return {
    async openTab(url) {
      const handle = isFirstTab ? await firstWindow() : await newWindow()
      isFirstTab = false
      const opened = tab(browser, handle)
      await opened.open(url)
      return opened
    },
    leave: async () => void (await browser('DELETE', '')),
  }
}

/**
 * Runs a task in the page and answers with its outcome. That of a promise is put aside and asked for
 * until it is there: WebKitGTK's own way to wait for one is lost when a navigation comes between.
 */
const start = (task: unknown) => `
  const result = (${task})(...arguments)
  if (!(result instanceof Promise)) return { isThere: true, value: result }
  const outcome = {}
  Object.defineProperty(window, '__outcome', { value: outcome, configurable: true })
  result
    .then((value) => { outcome.value = value }, (error) => { outcome.error = String(error) })
    .then(() => { outcome.isThere = true })`

const OUTCOME = `
  if (!window.__outcome) return { isThere: true, error: 'The page was left.' }
  if (!window.__outcome.isThere) return null
  return window.__outcome`

/** Waits for another document than the one that is there now, until all of it has been read. */
async function untilRead(browser: WebDriver, navigate: () => Promise<unknown>): Promise<void> {
  const run = (script: string) => browser('POST', '/execute/sync', { script, args: [] })
  await untilAnswered(() => run('window.__isLeft = true'))
  await navigate()
  const isRead = () => run(`return !window.__isLeft && document.readyState !== 'loading'`)
  // In between there is no document that could answer.
  while (!(await isRead().catch(() => false))) await pause(10)
}

function tab(browser: WebDriver, handle: string): Tab {
  const here: WebDriver = async (method, path, body) => {
    await untilAnswered(() => browser('POST', '/window', { handle }))
    return browser(method, path, body)
  }
  const element = async (selector: string) => {
    const found = await here('POST', '/element', { using: 'css selector', value: selector })
    return `/element/${(found as Record<string, string>)[ELEMENT]}`
  }
  const run: Tab['run'] = async (task, ...args) => {
    let outcome = await here('POST', '/execute/sync', { script: start(task), args })
    while (!outcome) {
      await pause(10)
      outcome = await untilAnswered(() =>
        here('POST', '/execute/sync', { script: OUTCOME, args: [] }),
      )
    }
    const { value, error } = outcome as { value: never; error?: string }
    if (error !== undefined) throw new Error(error)
    return value
  }
  return {
    open: (url) => untilRead(here, () => here('POST', '/url', { url })),
    reload: () => untilRead(here, () => here('POST', '/refresh')),
    back: () => goBack(run),
    run,
    click: async (selector) => void (await here('POST', `${await element(selector)}/click`)),
    type: async (selector, text) =>
      void (await here('POST', `${await element(selector)}/value`, { text })),
    async cookies() {
      const cookies = await untilAnswered(() => here('GET', '/cookie'))
      return (cookies as (StoredCookie & { expiry?: number })[]).map(({ expiry, ...cookie }) => ({
        ...cookie,
        expires: expiry,
      }))
    },
    close: async () => void (await here('DELETE', '/window')),
  }
}
