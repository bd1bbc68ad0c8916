import puppeteer from 'puppeteer-core'
import type { Launch } from './engine.js'
import { findCommand } from './find-command.js'
import { puppeteerEngine } from './puppeteer-engine.js'

/** Firefox over WebDriver BiDi. The preferences keep it from calling home. */
export const launchFirefox: Launch = async (proxy) => {
  const { hostname, port } = new URL(`http://${proxy}`)
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findCommand('firefox-esr', 'firefox'),
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': hostname,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': hostname,
      'network.proxy.ssl_port': Number(port),
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  })
  const engine = await puppeteerEngine('firefox', browser)
  return { ...engine, version: engine.version.replace(/^firefox\//i, 'Firefox ') }
}
