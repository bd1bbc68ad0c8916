// How soon somebody can use the dashboard: from the address typed until its first page answers a click,
// with nothing in the browser's cache, on the processor of this machine and on one four times as slow.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../server/dist/server.js'
import { median } from './median.mjs'
import { openBrowser } from './page/visitor.mjs'
import { printTable } from './table.mjs'

const VISITS = 10
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

  /** Milliseconds from the start of the navigation until the menu is drawn and the main thread free. */
  async function visit(slowDown) {
    const context = await browser.createBrowserContext()
    try {
      await context.setCookie({ name, value, domain: '127.0.0.1' })
      const page = await context.newPage()
      await page.emulateCPUThrottling(slowDown)
      await page.goto(`${server.url}/dashboard`, { waitUntil: 'domcontentloaded' })
      await page.waitForSelector('nav a')
      return await page.evaluate(
        () => new Promise((resolve) => requestIdleCallback(() => resolve(performance.now()))),
      )
    } finally {
      await context.close()
    }
  }

  const rows = []
  for (const slowDown of [1, 4]) {
    await visit(slowDown)
    const all = []
    for (let round = 0; round < VISITS; round += 1) all.push(await visit(slowDown))
    rows.push([`${slowDown}×`, `${median(all).toFixed(0)} ms`, `${Math.max(...all).toFixed(0)} ms`])
  }
  printTable(['processor slower by', 'interactive, median', 'slowest'], rows)
} finally {
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}
