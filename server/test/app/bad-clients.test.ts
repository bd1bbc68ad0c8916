import { connect } from 'node:net'
import Sqlite from 'libsql'
import pino from 'pino'
import { expect, it } from 'vitest'
import { createApp } from '../../src/app.js'
import { readBrowserFiles } from '../../src/browser-files.js'
import { serverDefaults } from '../../src/config.js'
import { readWebFiles } from '../../src/web-files.js'
import { aClick } from '../helpers/a-click.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { sqlite } from '../helpers/databases.js'
import { sendRaw } from '../helpers/send-raw.js'
import { startTestServer } from '../helpers/start-test-server.js'

const server = startTestServer(sqlite)

async function setUp() {
  const program = await createTestProgram(server)
  await program.api.post('/partners', { key: 'jane', email: 'jane@example.com' })
  const clicks = async () => (await program.api.get('/partners/jane')).body.data.referrals.clicks
  return { ...program, clicks }
}

/** A click as it goes over the wire. */
function requestFor(id: string, click: object): { head: string; body: string } {
  const body = JSON.stringify(click)
  const head =
    `POST /pub/v1/programs/${id}/clicks HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n` +
    `Content-Length: ${body.length}\r\n\r\n`
  return { head, body }
}

const open = () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  // Some of these are hung up on.
  return socket.on('error', () => {})
}

it('a report whose sender hangs up in the middle is not stored', async () => {
  const { id, clicks } = await setUp()
  const { head, body } = requestFor(id, aClick('jane'))
  const socket = open()
  socket.write(head + body.slice(0, 50), () => socket.destroy())
  await new Promise((resolve) => socket.on('close', resolve))
  expect(await clicks()).toBe(0)
})

it('a report whose sender hangs up before the answer is stored, and once when it is sent again', async () => {
  const { id, events, clicks } = await setUp()
  const click = aClick('jane')
  const { head, body } = requestFor(id, click)
  const socket = open()
  socket.write(head + body, () => socket.destroySoon())
  await expect.poll(clicks).toBe(1)
  expect((await events.post('/clicks', click)).status).toBe(200)
  expect(await clicks()).toBe(1)
})

it('who asks and never reads keeps nobody else waiting', async () => {
  const { id, api } = await setUp()
  const socket = open().pause()
  const question = `GET /program/${id}/settings/settings.js HTTP/1.1\r\nHost: x\r\n\r\n`
  socket.write(question.repeat(5000))
  expect((await api.get('/test')).status).toBe(200)
  socket.destroy()
})

it('who never finishes a request is told so and hung up on', async () => {
  const app = await createApp({
    ...serverDefaults,
    db: await server.database.open(),
    logLevel: 'silent',
    files: readBrowserFiles(),
    web: readWebFiles(),
    help: undefined,
    logTo: pino.destination(2),
  })
  const { requestTimeout, headersTimeout } = app.server
  expect([requestTimeout, headersTimeout]).toEqual([30_000, 30_000])
  // Nobody wants to wait that long here.
  const soon = { requestTimeout: 200, headersTimeout: 200, connectionsCheckingInterval: 50 }
  Object.assign(app.server, soon)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const { id } = await setUp()
  const { head } = requestFor(id, aClick('jane'))
  for (const slow of [`${head}{"id"`, 'GET /health HTTP/1.1\r\nHost:']) {
    const answer = await sendRaw(url, slow)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toContain('"status":0')
  }
  await app.close()
})

it('more than can be written is refused at once; all that was taken is stored', async () => {
  const { id, api, events, clicks } = await setUp()
  const ready = async () => (await api.at(server.url).get('/ready')).body.message
  // Until another process has finished writing, nothing can be written.
  const other = new Sqlite(server.database.url.slice('sqlite:'.length))
  other.exec('begin immediate')
  const many = Array.from({ length: 3000 }, () => Object.values(requestFor(id, aClick('jane'))))
  const socket = open()
  const statuses: string[] = []
  socket.on('data', (chunk) => statuses.push(...(String(chunk).match(/HTTP\/1\.1 \d+/g) ?? [])))
  socket.write(many.flat().join(''))
  await expect.poll(ready).toMatch(/at once/)
  const late = aClick('jane')
  const refused = await events.post('/clicks', late)
  expect(refused).toMatchObject({ status: 503, body: { status: 0, errors: {} } })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await api.at(server.url).get('/health')).status).toBe(200)
  other.exec('rollback')
  other.close()

  await expect.poll(() => statuses.length).toBe(many.length)
  const taken = statuses.filter((status) => status.endsWith(' 201')).length
  expect(taken).toBeGreaterThanOrEqual(2000)
  expect(await clicks()).toBe(taken)
  await expect.poll(ready).toBeUndefined()
  expect((await events.post('/clicks', late)).status).toBe(201)
  socket.destroy()
})
