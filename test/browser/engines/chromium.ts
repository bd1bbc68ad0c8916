import { launchBrowser } from '../launch-browser.js'
import type { Launch } from './engine.js'
import { puppeteerEngine } from './puppeteer-engine.js'

/** The Chromium of this run. */
export const launchChromium: Launch = async (proxy) =>
  puppeteerEngine('chromium', await launchBrowser('chromium', `--proxy-server=${proxy}`))
