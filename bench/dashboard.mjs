// How soon somebody can use the dashboard: from the address typed until its first page answers a click,
// with nothing in the browser's cache, on the processor of this machine and on one four times as slow.
// The page is not observed by developer tools, which would take a good part of a slow processor's time.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from '../server/dist/server.js'
import { median } from './median.mjs'
import { openBrowser } from './page/visitor.mjs'
import { printTable } from './table.mjs'

const VISITS = 10

/** What somebody waits for, and what stands on the page then. */
const SIGHTS = { 'menu answers': 'nav a', 'numbers shown': '.plot-choice', 'plot drawn': '.u-over' }

const folder = mkdtempSync(join(tmpdir(), 'pollen-dashboard-'))
const database = `sqlite:${join(folder, 'pollen.db')}`
const PERSON = { email: 'ann@shop.example', password: 'a password for the bench' }

const cli = (args, input) =>
  execFileSync(
    process.execPath,
    ['server/bin/pollen-server.js', ...args, '--json', '--database', database],
    { input, encoding: 'utf8' },
  )
cli([
  'program',
  'create',
  '--name',
  'Shop',
  '--website',
  'https://shop.example',
  '--type',
  'affiliate',
])
cli(['account', 'create', '--email', PERSON.email, '--password-stdin'], PERSON.password)

/** In the page: when each sight has come, and the main thread is free. */
function watch(sights) {
  window.__seen = {}
  for (const [sight, selector] of Object.entries(sights)) {
    const watching = new MutationObserver(() => {
      if (!document.querySelector(selector)) return
      watching.disconnect()
      requestAnimationFrame(() =>
        requestIdleCallback(() => {
          window.__seen[sight] = performance.now()
        }),
      )
    })
    watching.observe(document, { childList: true, subtree: true })
  }
}

/** A page of its own, spoken to by the protocol alone. */
async function openPage(context) {
  const session = await context.browser().target().createCDPSession()
  const browserContextId = context.id
  await session.send('Target.createTarget', { url: 'about:blank', browserContextId })
  const target = await context.waitForTarget((one) => one.url() === 'about:blank')
  return target.createCDPSession()
}

const server = await startServer({ port: 0, database, logLevel: 'silent' })
const browser = await openBrowser(0)
try {
  const signedIn = await fetch(`${server.url}/auth/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify(PERSON),
  })
  const [cookie] = signedIn.headers.getSetCookie()
  const [name, value] = cookie.split(';')[0].split('=')

  /** Milliseconds from the start of the navigation until each of `SIGHTS` is there. */
  async function visit(slowDown) {
    const context = await browser.createBrowserContext()
    try {
      await context.setCookie({ name, value, domain: '127.0.0.1' })
      const page = await openPage(context)
      await page.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
      await page.send('Page.enable')
      const source = `(${watch})(${JSON.stringify(SIGHTS)})`
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source })
      await page.send('Page.navigate', { url: `${server.url}/dashboard` })
      for (;;) {
        await pause(200)
        const expression = 'window.__seen'
        const { result } = await page.send('Runtime.evaluate', { expression, returnByValue: true })
        const seen = result.value ?? {}
        if (Object.keys(SIGHTS).every((sight) => seen[sight])) return seen
      }
    } finally {
      await context.close()
    }
  }

  const rows = []
  for (const slowDown of [1, 4]) {
    await visit(slowDown)
    const all = []
    for (let round = 0; round < VISITS; round += 1) all.push(await visit(slowDown))
    const times = Object.keys(SIGHTS).flatMap((sight) => {
      const each = all.map((seen) => seen[sight])
      return [`${median(each).toFixed(0)} ms`, `${Math.max(...each).toFixed(0)} ms`]
    })
    rows.push([`${slowDown}×`, ...times])
  }
  const heads = Object.keys(SIGHTS).flatMap((sight) => [`${sight}, median`, 'slowest'])
  printTable(['processor slower by', ...heads], rows)
} finally {
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}
