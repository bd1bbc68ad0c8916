import type { Browser, BrowserContext, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from '../../../../test/browser/launch-browser.js'
import type { ServerConfig } from '../../../src/config.js'
import { sqlite } from '../../helpers/databases.js'
import { startTestServer, type TestServer } from '../../helpers/start-test-server.js'
import type { Look } from './looks.js'

/** A server with a database of its own, and people with browsers. */
export interface WebWorld {
  server: TestServer
  /** A new person opens this path of the server; on a wide screen in light, unless `look` differs. */
  visit(path: string, look?: Look): Promise<Page>
}

/**
 * Starts a world for the tests of this file. Each test's browsers are closed after it, and it fails
 * where a page has thrown, or broke its own content policy.
 *
 * @param options Of the server, asked for when it starts.
 */
export function useWebWorld(options?: () => Partial<ServerConfig>): WebWorld {
  const server = startTestServer(sqlite, options)
  const contexts: BrowserContext[] = []
  const complaints: string[] = []
  let browser: Browser

  beforeAll(async () => {
    browser = await launchBrowser('chromium', '--lang=en-US', '--accept-lang=en-US')
  })

  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
    expect(complaints.splice(0)).toEqual([])
  })

  afterAll(() => browser?.close())

  return {
    server,
    async visit(path, { width, theme } = { width: 1600, theme: 'light' }) {
      const context = await browser.createBrowserContext()
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        // Answers that are no success are told there too; what a page makes of them, it shows.
        const isAnswer = message.text().startsWith('Failed to load resource')
        if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
      })
      await page.setViewport({ width, height: width < 600 ? 780 : 1000 })
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: theme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ])
      await page.goto(new URL(path, server.url).href)
      return page
    },
  }
}
