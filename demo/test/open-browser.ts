import puppeteer, { type Browser } from 'puppeteer-core'
import { findBrowser } from '../../test/browser/find-browser.js'

/** A real browser, without a window and without requests of its own. */
export async function openBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
