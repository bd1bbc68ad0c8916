import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Check } from '../../src/verify/checks.js'
import { type Devtools, openDevtools } from '../../src/verify/devtools.js'
import { verify } from '../../src/verify/verify.js'
import { type PollenServer, startPollenServer } from '../node/helpers/start-pollen-server.js'
import { inline, type Page, servePage, snippetScript } from './serve-pages.js'
import { serveSlowAnswers } from './serve-slow-answers.js'

let pollen: PollenServer
let browser: Devtools
let bundle: string

beforeAll(async () => {
  bundle = await readFile('dist/universal.js', 'utf8')
  const { path, env } = inject('chromium')
  Object.assign(process.env, env)
  browser = openDevtools(path)
  pollen = await startPollenServer()
  await fetch(`${pollen.url}/v1/partners`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${pollen.affiliate.api_key}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ key: 'jane', email: 'jane@example.com', name: 'Jane' }),
  })
})

afterAll(async () => {
  await browser?.close()
  await pollen?.close()
})

const snippet = () => snippetScript(pollen.url, pollen.affiliate.public_id)

async function verifyPage(
  page: Page,
  options: {
    key?: string
    path?: string
    own?: { version: string; bundle: string }
    quietSeconds?: number
  } = {},
) {
  const url = await servePage(page)
  return verify(browser, `${url}${options.path ?? '/'}`, {
    key: options.key,
    quietSeconds: options.quietSeconds,
    timeoutSeconds: 30,
    own: options.own ?? { version: '0.1.0', bundle },
  })
}

/** `{ snippet: 'pass', … }` */
const statuses = (checks: Check[]) =>
  Object.fromEntries(checks.map(({ name, status }) => [name, status]))

const messageOf = (checks: Check[], name: Check['name']) => {
  const check = checks.find((one) => one.name === name)
  return [check?.message, check?.advice].join(' ')
}

describe('a page that does all right', () => {
  it('passes every check, and its test click is credited to nobody', async () => {
    const { ok, checks } = await verifyPage({ head: inline(snippet()) })
    expect(checks.filter(({ status }) => status !== 'pass')).toEqual([])
    expect(ok).toBe(true)
    expect(messageOf(checks, 'click')).toContain('nobody is credited')
  })

  it('is told whom a partner’s key credits, and how long the cookie stays', async () => {
    const { ok, checks } = await verifyPage({ head: inline(snippet()) }, { key: 'jane' })
    expect(ok).toBe(true)
    expect(messageOf(checks, 'click')).toContain('"jane" is Jane')
    expect(messageOf(checks, 'cookie')).toContain('kept for 30 days')
  })

  it('is told it also where the answer’s end comes later than its beginning', async () => {
    const slow = await serveSlowAnswers(pollen.url, /\/clicks$/)
    const script = snippetScript(slow, pollen.affiliate.public_id)
    const { checks } = await verifyPage({ head: inline(script) }, { key: 'jane' })
    expect(messageOf(checks, 'click')).toContain('"jane" is Jane')
  })

  it('may be a refer-a-friend program, whose parameter is found by itself', async () => {
    const script = snippetScript(pollen.url, pollen.friends.public_id)
    const { ok, checks } = await verifyPage({ head: inline(script) })
    expect(ok).toBe(true)
    expect(messageOf(checks, 'cookie')).toContain('partnero_referral')
  })
})

describe('a page that could do better', () => {
  it.each<[string, (snippet: string) => Page, Check['name'], string]>([
    ['has the snippet twice', (text) => ({ head: inline(text).repeat(2) }), 'snippet', '2 times'],
    ['has it in the body', (text) => ({ body: inline(text) }), 'early', 'in the body'],
    [
      'adds it after loading',
      (text) => ({
        body: inline(`
          const text = ${JSON.stringify(text)}
          addEventListener('load', () => {
            const script = document.createElement('script')
            script.text = text
            document.head.append(script)
          })`),
      }),
      'early',
      'after the page has been read',
    ],
  ])('%s: warned, not failed', async (_what, page, name, words) => {
    const { ok, checks } = await verifyPage(page(snippet()))
    expect(ok).toBe(true)
    expect(statuses(checks)).toMatchObject({ [name]: 'warn', cookie: 'pass', click: 'pass' })
    expect(messageOf(checks, name)).toContain(words)
  })
})

it('tells a bundle of another version', async () => {
  const own = { version: '9.9.9', bundle: '' }
  const { ok, checks } = await verifyPage({ head: inline(snippet()) }, { own })
  expect(ok).toBe(true)
  expect(messageOf(checks, 'bundle')).toContain('another version than pollen-js 9.9.9')
})

describe('a page where something is broken', () => {
  // Nothing more comes: a visit ends when the page has been quiet for as long as a busy machine may be.
  const quietSeconds = 1

  it.each<[string, (snippet: string) => Page, Record<string, string>, Check['name'], string]>([
    [
      'no snippet',
      () => ({}),
      { snippet: 'fail', bundle: 'skip', cookie: 'skip', click: 'skip' },
      'snippet',
      'Paste it before </head>',
    ],
    [
      'an unknown program',
      (text) => ({ head: inline(text.replace(/'[A-Z0-9]{8}'/, "'NOBODYS1'")) }),
      { bundle: 'pass', settings: 'fail' },
      'settings',
      'NOBODYS1: its settings',
    ],
    [
      'a server that is not there',
      (text) => ({ head: inline(text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:4')) }),
      { bundle: 'fail', click: 'skip' },
      'bundle',
      'could not be reached',
    ],
    [
      'a bundle that is not there',
      (text) => ({ head: inline(text.replace('/js/universal.js', '/other/universal.js')) }),
      { bundle: 'fail' },
      'bundle',
      'universal.js',
    ],
    [
      'a policy that forbids the bundle',
      (text) => ({
        head: inline(text),
        headers: { 'content-security-policy': "script-src 'unsafe-inline'" },
      }),
      { bundle: 'fail', csp: 'fail' },
      'csp',
      'to script-src',
    ],
    [
      'a policy that forbids inline scripts',
      (text) => ({
        head: inline(text),
        headers: { 'content-security-policy': "script-src 'self'" },
      }),
      { snippet: 'fail', csp: 'fail' },
      'csp',
      'nonce',
    ],
    [
      'a policy that forbids reports',
      (text) => ({
        head: inline(text),
        headers: { 'content-security-policy': "connect-src 'self'" },
      }),
      { csp: 'fail', cookie: 'pass', click: 'fail' },
      'csp',
      'to connect-src',
    ],
    [
      'a sandbox without cookies',
      (text) => ({
        head: inline(text),
        headers: { 'content-security-policy': 'sandbox allow-scripts' },
      }),
      { bundle: 'pass', cookie: 'fail', click: 'pass' },
      'cookie',
      'one page only',
    ],
    [
      'another owner of the global',
      (text) => ({ head: inline(`window.po = () => {};${text.replace(/\n {2}po\(.*/gs, '')}`) }),
      { bundle: 'fail' },
      'bundle',
      'does not run',
    ],
  ])('%s', async (_what, page, expected, name, words) => {
    const { ok, checks } = await verifyPage(page(snippet()), { quietSeconds })
    expect(ok).toBe(false)
    expect(statuses(checks)).toMatchObject(expected)
    expect(messageOf(checks, name)).toContain(words)
  })

  it('says so when the page itself is not there', async () => {
    const { ok, checks } = await verifyPage({}, { path: '/missing', quietSeconds })
    expect(ok).toBe(false)
    expect(messageOf(checks, 'page')).toContain('was answered 404')
  })

  it('says so when nobody has the partner’s key', async () => {
    const { ok, checks } = await verifyPage({ head: inline(snippet()) }, { key: 'jayne' })
    expect(ok).toBe(false)
    expect(messageOf(checks, 'click')).toContain('nobody has the key "jayne"')
  })
})
