import puppeteer from 'puppeteer-core'
import { findBrowser } from '../find-browser.js'
import type { Launch } from './engine.js'
import { puppeteerEngine } from './puppeteer-engine.js'

/** Chromium, or a browser of its family. The flags keep it from calling home. */
export const launchChromium: Launch = async (proxy) => {
  const browser = await puppeteer.launch({
    executablePath: await findBrowser(),
    acceptInsecureCerts: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--proxy-server=${proxy}`,
    ],
  })
  return puppeteerEngine('chromium', browser)
}
