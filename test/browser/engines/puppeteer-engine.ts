import type { Browser, Page } from 'puppeteer-core'
import type { Engine, EngineName, StoredCookie, Tab } from './engine.js'
import { goBack } from './go-back.js'

/** A browser that puppeteer drives, as an engine. */
export async function puppeteerEngine(name: EngineName, browser: Browser): Promise<Engine> {
  return {
    name,
    version: await browser.version(),
    async newVisitor() {
      const context = await browser.createBrowserContext()
      return {
        async openTab(url) {
          const opened = tab(await context.newPage())
          await opened.open(url)
          return opened
        },
        leave: () => context.close(),
      }
    },
    close: () => browser.close(),
  }
}

/** Scripts that load for longer than the test wants do not hold up the test. */
const READ = { waitUntil: 'domcontentloaded' } as const

function tab(page: Page): Tab {
  const run: Tab['run'] = (task, ...args) =>
    page.evaluate(task as never, ...(args as unknown as never[])) as never
  return {
    open: async (url) => void (await page.goto(url, READ)),
    reload: async () => void (await page.reload(READ)),
    back: () => goBack(run),
    run,
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    cookies: async () => {
      const { hostname } = new URL(page.url())
      const all = await page.browserContext().cookies()
      return all
        .filter(({ domain }) => `.${hostname}`.endsWith(domain.replace(/^\.?/, '.')))
        .map(
          ({ name, value, domain, path, secure, sameSite, expires }): StoredCookie => ({
            name,
            value,
            domain,
            path: path ?? '/',
            secure: secure ?? false,
            sameSite: sameSite ?? 'None',
            expires: expires === undefined || expires < 0 ? undefined : expires,
          }),
        )
    },
    close: () => page.close(),
  }
}
