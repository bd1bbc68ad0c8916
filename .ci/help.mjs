// Reads the built guides as a person would, from a real server in a real browser: every page in both
// themes, its links, the search without a network, nothing from elsewhere, and nothing that axe finds:
// `npm run docs && node .ci/help.mjs`.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { findBrowser } from '../dist/verify/find-browser.js'
import { startServer } from '../server/dist/server.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2, level AA. */
const ALL_RULES = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // An experiment of axe, which takes the shortcut's keys beside the word "Search" for a part of it.
  rules: { 'label-content-name-mismatch': { enabled: false } },
}

/** What axe looks at in each theme: the dark one differs in its colours alone. */
const RULES = {
  light: ALL_RULES,
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
}

const folder = mkdtempSync(join(tmpdir(), 'pollen-help-'))
const server = await startServer({
  port: 0,
  database: `sqlite:${join(folder, 'pollen.db')}`,
  logLevel: 'silent',
})
const browser = await puppeteer.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})

try {
  const page = await browser.newPage()
  const problems = []
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error}`))
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()))
      problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(server.url) && !url.startsWith('data:')) problems.push(`asks for ${url}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 400) problems.push(`${answer.url()} is answered ${answer.status()}`)
  })

  const pages = readdirSync('server/dist/help', { recursive: true })
    .filter((name) => name.endsWith('.html') && name !== '404.html')
    .map((name) => name.replace(/(index)?\.html$/, ''))
  const anchors = new Map()
  const links = []
  for (const name of pages) {
    const url = `${server.url}/help/${name}`
    await page.goto(url)
    await page.waitForSelector('h1')
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      hrefs: [...document.querySelectorAll('a[href]')].map(({ href }) => href),
    }))
    anchors.set(url.replace(/\/$/, ''), new Set(found.ids))
    for (const href of found.hrefs) links.push({ on: name, href })

    // Run as developers' tools would, so the page's content policy stays as it is.
    await page.evaluate(AXE)
    for (const [theme, rules] of Object.entries(RULES)) {
      await page.evaluate(async (name) => {
        document.documentElement.classList.toggle('dark', name === 'dark')
        await Promise.all(document.getAnimations().map(({ finished }) => finished))
      }, theme)
      const violations = await page.evaluate(
        async (options) =>
          (await window.axe.run(document, options)).violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0].html}`,
          ),
        { ...rules, resultTypes: ['violations'] },
      )
      for (const violation of violations) problems.push(`${name} (${theme}): ${violation}`)
    }
  }
  for (const { on, href } of links) {
    if (!href.startsWith(`${server.url}/help`)) continue
    const [target, anchor] = href.split('#')
    const ids = anchors.get(target.replace(/\/$/, ''))
    const isFile = /\.(txt|md|json)$/.test(target) && (await fetch(target)).ok
    if (!ids && !isFile) problems.push(`${on}: ${href} leads nowhere`)
    if (ids && anchor && !ids.has(decodeURIComponent(anchor))) {
      problems.push(`${on}: ${href} has no such heading`)
    }
  }

  await page.goto(`${server.url}/help`)
  await page.waitForSelector('#local-search button')
  await page.click('#local-search button')
  await page.waitForSelector('.VPLocalSearchBox input')
  await page.type('.VPLocalSearchBox input', 'refund')
  await page.waitForSelector('.VPLocalSearchBox .result')

  assert.deepEqual(problems, [])
  console.log(
    `${pages.length} pages, ${links.length} links, a search; nothing from elsewhere, nothing for axe.`,
  )
} finally {
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}
