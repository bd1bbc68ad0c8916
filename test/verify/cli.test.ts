import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import { servePage } from './serve-pages.js'

const CLI = fileURLToPath(new URL('../../bin/pollen-js.js', import.meta.url))

const browser = inject('browser')

/** Runs the program as somebody does at a terminal. */
const pollenJs = (args: string[], env = {}) =>
  promisify(execFile)(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...browser.env, POLLEN_BROWSER: browser.path, ...env },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )

it('tells with --help what it does, with examples', async () => {
  const { code, stdout } = await pollenJs(['--help'])
  expect(code).toBe(0)
  expect(stdout).toContain('npx pollen-js verify https://shop.example')
})

it.each([
  [['verify'], 'Which page?'],
  [['verify', 'shop.example'], 'begins with https://'],
  [['verify', 'ftp://shop.example'], 'begins with https://'],
  [['verify', 'https://a.example', 'https://b.example'], 'One page at a time'],
  [['verify', 'https://a.example', '--timeout', 'long'], 'a number of seconds'],
  [['verify', 'https://a.example', '--colour'], '--colour'],
  [['check', 'https://a.example'], 'no command "check"'],
])('refuses %j with status 2 and says why', async (args, words) => {
  const { code, stdout, stderr } = await pollenJs(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(words)
})

it('names the browser that cannot be started', async () => {
  const args = ['verify', 'https://shop.example', '--browser', '/nowhere/chrome']
  const { code, stderr } = await pollenJs(args)
  expect(code).toBe(2)
  expect(stderr).toContain('/nowhere/chrome cannot be started')
})

it('says what to do where no browser is installed', async () => {
  const env = { POLLEN_BROWSER: undefined, PATH: '/nowhere', HOME: '/nowhere' }
  const { code, stderr } = await pollenJs(['verify', 'https://shop.example'], env)
  // Windows and macOS have their browsers in fixed places.
  if (process.platform !== 'linux') return
  expect(code).toBe(2)
  expect(stderr).toContain('--browser')
})

it.each([
  ['where somebody looks', { FORCE_COLOR: '1' }, '\u001B[31m✗'],
  ['and in none where nobody does', {}, '\n✗'],
])('marks in colour %s', async (_, env, mark) => {
  const { stdout } = await pollenJs(['verify', await servePage({})], env)
  expect(stdout).toContain(mark)
})

it('ends with status 1 for a page that does not work, and prints JSON on request', async () => {
  const url = await servePage({})
  const { code, stdout } = await pollenJs(['verify', url, '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, checks: expect.any(Array) })
})
