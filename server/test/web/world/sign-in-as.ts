import type { Page } from 'puppeteer-core'
import { createTestAccount, signedIn } from '../../helpers/create-test-account.js'
import type { TestServer } from '../../helpers/start-test-server.js'

/** Gives the browser of a page the cookie of somebody who looks after these programs, or all. */
export async function signInAs(
  page: Page,
  server: TestServer,
  programs: string[] = [],
): Promise<void> {
  await keepSession(page, server, await signedIn(server, await createTestAccount(server, programs)))
}

/** @param cookie `pollen_session=…` */
export async function keepSession(page: Page, server: TestServer, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  const { hostname } = new URL(server.url)
  await page.browserContext().setCookie({ name, value, domain: hostname })
}
