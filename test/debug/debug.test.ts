import { createServer } from 'node:http'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../browser/launch-browser.js'
import { listen } from '../node/helpers/listen.js'
import { type PollenServer, startPollenServer } from '../node/helpers/start-pollen-server.js'
import { inline, snippetScript } from '../verify/serve-pages.js'

let pollen: PollenServer
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser('chromium')
  pollen = await startPollenServer()
})

afterAll(async () => {
  await browser?.close()
  await pollen?.close()
})

it('tells in sentences how a key is seen, reported, and given back as nobody’s', async () => {
  const head = `${inline(snippetScript(pollen.url, pollen.affiliate.public_id))}
    <script src="${pollen.url}/js/debug.js"></script>`
  const site = await listen(
    createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html>${head}`)
    }),
  )
  const page = await browser.newPage()
  const sentences: string[] = []
  page.on('console', (message) => sentences.push(message.text()))
  await page.goto(`${site}/?aff=nobody`)

  const told = () => sentences.join('\n')
  await expect.poll(told).toContain(`This page was reached at ${site}/?aff=nobody`)
  await expect.poll(told).toMatch(/settings were asked for .* has answered/)
  await expect.poll(told).toMatch(/The click was reported at .* answered \(201/)
  await expect.poll(() => page.cookies()).toEqual([])
  await page.close()
})
