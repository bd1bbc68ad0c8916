import puppeteer, { type Browser } from 'puppeteer-core'
import { inject } from 'vitest'
import type { BrowserProgram } from './npm-chromium.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The Chromium that suites drive. */
    chromium: BrowserProgram
    /** The browser that people have, for the journeys that must work in it. */
    browser: BrowserProgram
  }
}

/** They keep the browser from calling home, and let it run as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts one of the browsers of this run, without a window and without requests of its own. */
export function launchBrowser(which: 'chromium' | 'browser', ...flags: string[]): Promise<Browser> {
  const { path, env } = inject(which)
  return puppeteer.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    // Sites of tests sign their certificates themselves.
    acceptInsecureCerts: true,
    args: [...FLAGS, ...flags],
  })
}
