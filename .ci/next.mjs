// Makes the application of Next.js that our guides tell to make, of the very files in docs/react.md and
// docs/node.md, builds it with the package as npm would publish it, and visits it: `node .ci/next.mjs`.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { findBrowser } from '../dist/verify/find-browser.js'
import { freePort } from '../scripts/free-port.mjs'

const folder = mkdtempSync(join(tmpdir(), 'pollen-next-'))
const app = join(folder, 'app')
const database = `sqlite:${join(folder, 'pollen.db')}`
const running = []

const run = (command, args, cwd = process.cwd(), env = {}) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** The file of a guide that begins with its own path in a comment. */
function fileOf(guide, path) {
  const begin = `// ${path}\n`
  const text = readFileSync(guide, 'utf8')
  const start = text.indexOf(begin)
  assert.notEqual(start, -1, `${guide} has no ${path}`)
  return text.slice(start, text.indexOf('```', start))
}

function write(path, text) {
  mkdirSync(dirname(join(app, path)), { recursive: true })
  writeFileSync(join(app, path), text)
}

/** Resolves when something answers at this address. */
async function start(url, command, args, cwd, env = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' })
  running.push(child)
  while (!(await fetch(url).catch(() => undefined))) {
    assert.equal(child.exitCode, null, `${command} ${args.join(' ')} has ended`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Waits until a question has this answer. */
async function until(ask, expected) {
  const deadline = Date.now() + 15_000
  for (;;) {
    const answer = await ask().catch(() => undefined)
    if (answer === expected) return
    assert.ok(Date.now() < deadline, `${answer} is not ${expected}: ${ask}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

try {
  const [serverPort, sitePort] = [await freePort(), await freePort()]
  const [host, site] = [`http://127.0.0.1:${serverPort}`, `http://localhost:${sitePort}`]

  const cli = (...args) => run('node', ['server/bin/pollen-server.js', ...args])
  const { public_id: program, api_key: key } = JSON.parse(
    cli(
      ...['program', 'create', '--name', 'Shop', '--website', site, '--type', 'affiliate'],
      ...['--json', '--database', database],
    ),
  )
  const serve = [
    'server/bin/pollen-server.js',
    'serve',
    '--port',
    serverPort,
    '--database',
    database,
  ]
  await start(`${host}/health`, 'node', serve)
  const call = async (path, init) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    return (await fetch(`${host}/v1${path}`, { ...init, headers })).json()
  }
  const partner = { key: 'jane', email: 'jane@example.com', name: 'Jane' }
  await call('/partners', { method: 'POST', body: JSON.stringify(partner) })

  cpSync('.ci/next', app, { recursive: true })
  const layout = fileOf('docs/react.md', 'app/layout.tsx')
  write('app/layout.tsx', layout.replace('ABCDEFGH', program))
  write('app/t/[...path]/route.ts', fileOf('docs/node.md', 'app/t/[...path]/route.ts'))
  const [{ filename }] = Object.values(
    JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder])),
  )
  // No lock file: it would have to name the compilers of every platform, and CI has one.
  const install = ['install', '--no-save', '--no-package-lock', '--loglevel=error', '--no-audit']
  run('npm', [...install, '--no-fund', join(folder, filename)], app)
  const env = { POLLEN_HOST: host, POLLEN_PROGRAM: program }
  run('npx', ['next', 'build'], app, env)
  await start(
    site,
    'node_modules/.bin/next',
    ['start', '--hostname', 'localhost', '--port', String(sitePort)],
    app,
    env,
  )

  const browser = await puppeteer.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  running.push(browser.process())
  const page = await browser.newPage()
  const errors = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    // There is no icon.
    const isFailure = message.type() === 'error' && !message.location().url?.includes('favicon')
    if (isFailure) errors.push(message.text())
  })
  await page.goto(`${site}/?aff=jane`)
  const clicks = async () => (await call('/partners/jane')).data.referrals.clicks

  await until(() => page.$eval('h1', (title) => title.textContent), 'Welcome, friend of jane')
  await until(clicks, 1)
  const cookies = await browser.cookies()
  const { value, httpOnly } = cookies.find(({ name }) => name === 'partnero_partner') ?? {}
  assert.deepEqual([value, httpOnly], ['jane', false])

  // A change of the route is no second click.
  await page.click('a')
  await until(() => page.$eval('h2', (title) => title.textContent), 'Pricing')
  await page.goBack()
  await until(() => page.$eval('h1', (title) => title.textContent), 'Welcome, friend of jane')
  await page.click('button')
  await until(async () => (await call('/customers')).data[0]?.partner, 'jane')
  assert.equal(await clicks(), 1)
  assert.deepEqual(errors, [])
  console.log('Next.js: one click, one sign-up, no error.')
} finally {
  for (const child of running) child.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
