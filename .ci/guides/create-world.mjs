import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import puppeteer from 'puppeteer-core'
import { findBrowser } from '../../dist/verify/find-browser.js'
import { freePort } from '../../scripts/free-port.mjs'
import { startServer } from '../../server/dist/server.js'

const run = promisify(execFile)

/** Where guides are tried: a real server, a real browser, and a folder in which npm's packages are found. */
export async function createWorld() {
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(resolve('.cache', 'guides-'))
  const database = `sqlite:${join(folder, 'pollen.db')}`
  const server = await startServer({
    port: 0,
    database,
    logLevel: 'silent',
    allowPrivateWebhooks: true,
  })
  const browser = await puppeteer.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const children = []

  const packages = join(folder, 'node_modules')
  mkdirSync(packages)
  symlinkSync(resolve('.'), join(packages, 'pollen-js'))
  symlinkSync(resolve('.ci/node_modules/vue'), join(packages, 'vue'))

  const cli = async (...args) =>
    (await run('node', ['server/bin/pollen-server.js', ...args])).stdout

  /** A program with nobody in it, and calls to its API. */
  async function createProgram(type = 'affiliate', commission = '30%') {
    const { public_id: id, api_key: key } = JSON.parse(
      await cli(
        ...['program', 'create', '--name', 'Shop', '--website', 'http://localhost'],
        ...['--type', type, '--commission', commission, '--json', '--database', database],
      ),
    )
    async function api(method, path, body) {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
      const text = body && JSON.stringify(body)
      const answer = await fetch(`${server.url}/v1${path}`, { method, headers, body: text })
      return { status: answer.status, ...(await answer.json()) }
    }
    const env = { POLLEN_HOST: server.url, POLLEN_PROGRAM: id, POLLEN_KEY: key }
    return { id, key, api, env }
  }

  const snippet = (id) =>
    cli('program', 'snippet', id, '--server', server.url, '--database', database)

  /** Writes an application of these files and returns its folder. */
  function write(name, files) {
    const app = join(folder, name)
    for (const [path, text] of files) {
      mkdirSync(dirname(join(app, path)), { recursive: true })
      writeFileSync(join(app, path), text)
    }
    return app
  }

  /** Starts a program that listens on a port, and waits until it answers. */
  async function start(cwd, env, commandOn) {
    const port = await freePort()
    const [command, ...args] = commandOn(port)
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env, PORT: port },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    const output = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => output.push(data))
    const url = `http://localhost:${port}`
    while (!(await fetch(url).catch(() => undefined))) {
      assert.equal(child.exitCode, null, `${command} has ended:\n${output.join('')}`)
      await new Promise((done) => setTimeout(done, 50))
    }
    return { url, output: () => output.join('') }
  }

  return {
    server,
    browser,
    folder,
    createProgram,
    snippet,
    write,
    start,
    async close() {
      for (const child of children) child.kill()
      await browser.close()
      await server.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
