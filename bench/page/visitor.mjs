// One visit of a page in a real browser, and what it cost. The page is not observed by developer tools
// that record stack traces and network events: these take more of a small script's time than it does.
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
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

/** Of 20 ms, for a page to load. */
const LONGEST_WAITS = 1500

/** Starts a trace of the whole browser; what is returned ends it and resolves to its events. */
async function startTrace(browser) {
  const events = []
  browser.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const traceConfig = { includedCategories: ['devtools.timeline'] }
  await browser.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  return async () => {
    const ended = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve))
    await browser.send('Tracing.end')
    await ended
    return events
  }
}

/** Main-thread milliseconds that evaluating the script took, compiling included. */
const evaluationMs = (events, id) =>
  events
    .filter(
      ({ name, args }) => name === 'EvaluateScript' && args.data?.url?.endsWith(`/js/${id}.js`),
    )
    .reduce((sum, { tdur, dur }) => sum + (tdur ?? dur) / 1000, 0)

/**
 * @param context Of the browser; a fresh one is a new visitor.
 * @param untilQuiet Resolves when the page has asked its servers for nothing for so many milliseconds.
 * @param options `slowDown` of the CPU; `isTraced` also measures evaluation, `isAtRest` heap and
 * script time once the network has been quiet.
 */
export async function visit(
  context,
  url,
  id,
  untilQuiet,
  { slowDown = 1, isTraced, isAtRest } = {},
) {
  const browser = await context.browser().target().createCDPSession()
  const browserContextId = context.id
  const { targetId } = await browser.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
  })
  const target = await context.waitForTarget((one) => one.url() === 'about:blank')
  const page = await target.createCDPSession()
  try {
    const userAgent = (await context.browser().userAgent()).replace('Headless', '')
    await page.send('Emulation.setUserAgentOverride', { userAgent })
    await page.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
    if (isAtRest) await page.send('Performance.enable')
    const read = async (expression) => {
      const { result } = await page.send('Runtime.evaluate', { expression, returnByValue: true })
      return result.value
    }
    const endTrace = isTraced && (await startTrace(browser))
    await page.send('Page.navigate', { url })
    for (let waits = 0; (await read('document.readyState')) !== 'complete'; waits += 1) {
      if (waits > LONGEST_WAITS) throw new Error(`${url} does not load.`)
      await pause(20)
    }
    await untilQuiet(isAtRest ? 500 : 150)
    const evaluation = endTrace ? evaluationMs(await endTrace(), id) : undefined
    const times = await read(`({
      isPrecise: crossOriginIsolated,
      cookieMs: window.__cookieAt && window.__cookieAt - window.__started,
    })`)
    if (!isAtRest) return { ...times, evaluation }
    await page.send('HeapProfiler.collectGarbage')
    const { usedSize } = await page.send('Runtime.getHeapUsage')
    const { metrics } = await page.send('Performance.getMetrics')
    const script = metrics.find(({ name }) => name === 'ScriptDuration')
    return { ...times, evaluation, heap: usedSize, scriptMs: script.value * 1000 }
  } finally {
    await browser.send('Target.closeTarget', { targetId })
    await browser.detach()
  }
}
