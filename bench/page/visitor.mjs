// One visit of a page in a real browser, and what it cost.
import { existsSync } from 'node:fs'
import puppeteer from 'puppeteer-core'

const CHROMES = [
  process.env.POLLEN_BROWSER,
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** @param {number} port Of the stub server, which every host name leads to. */
export async function openBrowser(port) {
  const executablePath = CHROMES.find((path) => path && existsSync(path))
  if (!executablePath) throw new Error('Install Chrome or Chromium, or set POLLEN_BROWSER to one.')
  return puppeteer.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      // Only on secure pages are clocks precise.
      `--unsafely-treat-insecure-origin-as-secure=http://www.shop.test:${port},http://pollen.test:${port}`,
      // Some of the trackers leave automated browsers alone.
      '--disable-blink-features=AutomationControlled',
      '--js-flags=--expose-gc',
    ],
  })
}

const TRACED = ['devtools.timeline', 'disabled-by-default-v8.compile']

/** Runs in the page before all scripts; notes when the first cookie is written. */
function noteCookie() {
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(text) {
      cookie.set.call(this, text)
      // Probes for the widest domain are not yet the cookie.
      if (!/probe|tld|dmn_chk/i.test(text)) window.__cookieAt ??= performance.now()
    },
  })
}

/** Main-thread milliseconds that evaluating the script took, compiling included. */
async function evaluationMs(trace, id) {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace))
  return traceEvents
    .filter(
      ({ name, args }) => name === 'EvaluateScript' && args.data?.url?.endsWith(`/js/${id}.js`),
    )
    .reduce((sum, { tdur, dur }) => sum + (tdur ?? dur) / 1000, 0)
}

/**
 * @param context Of the browser; a fresh one is a new visitor.
 * @param options `slowDown` of the CPU; `isTraced` also measures evaluation, `isAtRest` heap and
 * script time once the network has been quiet.
 */
export async function visit(context, url, id, { slowDown = 1, isTraced, isAtRest } = {}) {
  const page = await context.newPage()
  try {
    const devtools = await page.createCDPSession()
    const agent = (await page.browser().userAgent()).replace('Headless', '')
    await devtools.send('Emulation.setUserAgentOverride', { userAgent: agent })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
    await page.evaluateOnNewDocument(noteCookie)
    if (isTraced) await page.tracing.start({ categories: TRACED })
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForNetworkIdle({ idleTime: isAtRest ? 500 : 150, concurrency: 0 })
    const evaluation = isTraced ? await evaluationMs(await page.tracing.stop(), id) : undefined
    const times = await page.evaluate(() => ({
      isPrecise: crossOriginIsolated,
      cookieMs: window.__cookieAt === undefined ? undefined : window.__cookieAt - window.__started,
    }))
    if (!isAtRest) return { ...times, evaluation }
    await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    const { ScriptDuration } = await page.metrics()
    return { ...times, evaluation, heap: usedSize, scriptMs: ScriptDuration * 1000 }
  } finally {
    await page.close()
  }
}
