import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { blocksOf } from './blocks-of.mjs'
import { until } from './until.mjs'

const TYPES = { '.html': 'text/html', '.js': 'text/javascript' }

/** Vite's page; what is in it belongs to the guides' code. */
const entryPage = (script) => `<!doctype html>
<html lang="en"><title>Shop</title><div id="root"></div><script type="module" src="/src/${script}"></script></html>`

/** A page's files by guide, from the guide's blocks, the snippet that the server prints, and the program. */
const PAGES = {
  'script-tag': ({ blocks, snippet }) => [
    ['index.html', blocks['snippet.html'].replace('<!-- paste the snippet here -->', snippet)],
  ],
  'sign-up-forms': ({ blocks, snippet }) => [
    ['index.html', `<!doctype html><title>Shop</title>${snippet}${blocks['form.html']}`],
    ['thanks', 'Thank you'],
  ],
  react: ({ blocks }) => [...Object.entries(blocks), ['index.html', entryPage('main.jsx')]],
  vue: ({ blocks }) => [...Object.entries(blocks), ['index.html', entryPage('main.js')]],
  'first-party': ({ blocks, snippet, host }) => [
    ...Object.entries(blocks),
    [
      'index.html',
      `<!doctype html><title>Shop</title>${snippet
        .replace(`${host}/js/universal.js`, '/t/site.js')
        .replaceAll(
          host,
          '/t',
        )}<button onclick="po('customers', 'signup', { data: { key: 'user_42' } })">Join</button>`,
    ],
  ],
}

export const PAGE_GUIDES = Object.keys(PAGES)

/** A visitor comes by a partner's link to what the guide builds, and signs up: one click, one customer. */
export async function tryPage(world, guide) {
  const { id, api, env } = await world.createProgram()
  await api('POST', '/partners', { key: 'jane', email: 'jane@partners.example', name: 'Jane' })
  const host = world.server.url
  const snippet = await world.snippet(id)
  const blocks = Object.fromEntries(
    blocksOf(guide).map(([name, code]) => [
      name,
      code.replace('ABCDEFGH', id).replace('https://pollen.example', host),
    ]),
  )
  const app = world.write(guide, PAGES[guide]({ blocks, snippet, host }))

  const site = await serve(world, app, blocks, env)
  const context = await world.browser.createBrowserContext()
  const page = await context.newPage()
  const errors = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(`${site.url}/?aff=jane`)
  await until(async () => (await api('GET', '/partners/jane')).data.referrals.clicks, 1)
  if (await page.$('input[type=email]')) await page.type('input[type=email]', 'ada@shop.example')
  const heading = await page.$('h1')
  if (heading && (blocks['src/main.jsx'] || blocks['src/App.vue'])) {
    await until(() => page.$eval('h1', (h1) => h1.textContent), 'Welcome, friend of Jane')
  }
  await page.click('button')
  await until(async () => (await api('GET', '/customers')).data[0]?.partner, 'jane')
  assert.equal((await api('GET', '/customers')).data.length, 1)
  assert.deepEqual(errors, [])
  await context.close()
  site.close?.()
}

/** Starts the guide's own server; else builds what has to be built, and serves files. */
async function serve(world, app, blocks, env) {
  if (blocks['site.mjs']) return world.start(app, env, () => ['node', 'site.mjs'])
  const isBuilt = existsSync(join(app, 'src'))
  if (isBuilt) {
    await build({ root: app, configFile: false, logLevel: 'error', plugins: [vue()] })
  }
  const folder = isBuilt ? join(app, 'dist') : app
  const server = createServer(({ url }, answer) => {
    const { pathname } = new URL(url, 'http://localhost')
    const path = join(folder, pathname === '/' ? 'index.html' : pathname)
    if (!existsSync(path)) return answer.writeHead(404).end()
    answer.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html' })
    createReadStream(path).pipe(answer)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return { url: `http://localhost:${server.address().port}`, close: () => server.close() }
}
