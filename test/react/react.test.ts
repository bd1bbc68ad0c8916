import { createServer } from 'node:http'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser/launch-browser.js'
import { listen } from '../node/helpers/listen.js'
import { type PollenServer, startPollenServer } from '../node/helpers/start-pollen-server.js'
import { type BuiltApp, buildApp } from './build-app.js'

let pollen: PollenServer
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser('chromium')
  pollen = await startPollenServer()
  const { api_key } = pollen.affiliate
  await fetch(`${pollen.url}/v1/partners`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api_key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ key: 'jane', email: 'jane@example.com', name: 'Jane' }),
  })
})

afterAll(async () => {
  await browser?.close()
  await pollen?.close()
})

describe.each([
  ['18', './react-18/node_modules'],
  ['19', '../../node_modules'],
])('React %s', (_version, modules) => {
  let app: BuiltApp

  beforeAll(async () => {
    app = await buildApp(modules)
  })

  const props = () => ({ program: pollen.affiliate.public_id, host: pollen.url })

  /** A site that renders the application on its server. */
  const startSite = () =>
    listen(
      createServer((request, response) => {
        const isScript = request.url === '/client.js'
        response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
        const { program, host } = props()
        response.end(
          isScript
            ? app.client
            : `<!doctype html><link rel="icon" href="data:,"><div id="root" data-program="${program}" data-host="${host}">${app.render(props())}</div>
               <script type="module" src="/client.js"></script>`,
        )
      }),
    )

  async function open(query: string) {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    const clicks: string[] = []
    page.on('response', (response) => {
      const { url, method } = { url: response.url(), method: response.request().method() }
      if (method === 'POST' && url.endsWith('/clicks')) clicks.push(url)
    })
    await page.goto(`${await startSite()}/${query}`)
    const textOf = (selector: string) =>
      page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent))
    return { page, clicks, textOf, leave: () => context.close() }
  }

  it('renders on a server as for a visitor whom nobody referred', () => {
    expect(app.render(props())).toContain('Welcome')
  })

  it('tells in the browser who referred, with one click in StrictMode, providers twice', async () => {
    const { page, clicks, textOf, leave } = await open('?aff=jane')
    await expect.poll(() => textOf('#greeting')).toEqual(['A friend of jane', 'A friend of jane'])
    expect(await page.evaluate(() => Reflect.get(window, 'hydrationError'))).toBeUndefined()
    await expect.poll(() => clicks.length).toBe(1)
    await page.click('#sign-up')
    await expect.poll(() => textOf('#sign-up')).toEqual(['1'])
    expect(clicks).toHaveLength(1)
    await leave()
  })

  it('renders the same for a visitor whom nobody referred, and sends nothing', async () => {
    const { page, clicks, textOf, leave } = await open('')
    await expect.poll(() => textOf('#direct')).toEqual(['function'])
    await page.click('#sign-up')
    await expect.poll(() => textOf('#sign-up')).toEqual(['0'])
    expect(await textOf('#greeting')).toEqual(['Welcome', 'Welcome'])
    expect(clicks).toEqual([])
    await leave()
  })
})
