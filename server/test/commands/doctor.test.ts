import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { compareClocks } from '../../src/doctor/check-database.js'
import { examine } from '../../src/doctor/examine.js'
import { createTestAccount } from '../helpers/create-test-account.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases, sqlite } from '../helpers/databases.js'
import { runCli } from '../helpers/run-cli.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases)('pollen-server doctor on $name', (database) => {
  const server = startTestServer(database)

  const states = async (publicUrl: string | undefined = server.url) => {
    const findings = await examine(server.database.url, publicUrl)
    return Object.fromEntries(findings.map(({ check, state }) => [check, state]))
  }

  it('finds what is still to be done, and then nothing', async () => {
    expect(await states()).toMatchObject({
      database: 'ok',
      writing: 'ok',
      clock: 'ok',
      'public URL': 'ok',
      programs: 'warn',
      accounts: 'warn',
      webhooks: 'ok',
    })
    // The server itself is a website that answers.
    await createTestProgram(server, { website: server.url })
    await createTestAccount(server)
    const found = new Set(Object.values(await states()))
    expect([...found]).toEqual(['ok'])
  })

  it('finds a webhook that was switched off, and messages that nobody sends', async () => {
    const { id, api } = await createTestProgram(server, { website: server.url })
    await api.post('/webhooks', {
      key: 'hook',
      name: 'Back end',
      url: 'https://shop.example/hook',
      events: ['customer.created'],
    })
    const db = await server.database.open()
    await db
      .updateTable('webhook')
      .set({ notice: 'Nothing arrived for 24 hours.' })
      .where('program_id', '=', id)
      .execute()
    const findings = await examine(server.database.url, server.url)
    expect(findings).toContainEqual({
      check: 'webhooks',
      state: 'warn',
      message: `The webhook hook of ${id} is switched off: Nothing arrived for 24 hours.`,
      advice: expect.stringContaining(`webhook log ${id} hook`),
    })
  })

  it('finds another server at the public URL, and none', async () => {
    await createTestProgram(server)
    const stranger = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1')
    await new Promise((resolve) => stranger.once('listening', resolve))
    const { port } = stranger.address() as AddressInfo
    const another = createServer((request, response) => {
      response.writeHead(request.url === '/health' ? 200 : 404).end()
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => another.once('listening', resolve))
    const anotherUrl = `http://127.0.0.1:${(another.address() as AddressInfo).port}`
    const messageOf = async (url: string) =>
      (await examine(server.database.url, url)).find(({ check }) => check === 'public URL')
    expect(await messageOf(anotherUrl)).toMatchObject({
      state: 'fail',
      message: expect.stringContaining('does not know the program'),
    })
    stranger.close()
    another.close()
    expect(await messageOf(`http://127.0.0.1:${port}`)).toMatchObject({
      state: 'fail',
      message: expect.stringContaining('does not answer'),
    })
  })
})

describe('pollen-server doctor', () => {
  it('makes no database where there is none, and ends with 1', async () => {
    const database = await sqlite.create()
    const run = () => runCli(['doctor', '--json', '--database', database.url]).ended
    for (const { code, stdout } of [await run(), await run()]) {
      expect(code).toBe(1)
      expect(JSON.parse(stdout)).toMatchObject([
        { check: 'database', state: 'fail', message: expect.stringContaining('There is no file') },
      ])
    }
    await database.drop()
  })

  it('says of a file that is no database that it cannot be reached', async () => {
    const database = await sqlite.create()
    writeFileSync(database.url.slice('sqlite:'.length), 'no database at all '.repeat(100))
    const [finding] = await examine(database.url, undefined)
    expect(finding).toMatchObject({ check: 'database', state: 'fail' })
    await database.drop()
  })

  it('speaks in plain lines where nobody sees colours', async () => {
    const database = await sqlite.create()
    const { code, stdout } = await runCli(['doctor', '--database', database.url]).ended
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✗ database {4}There is no file/)
    await database.drop()
  })

  it.each([
    [0, 'ok'],
    [1_900, 'ok'],
    [-60_000, 'warn'],
    [86_400_000 * 3, 'warn'],
  ])('takes clocks that are %i ms apart for %s', (apart, state) => {
    expect(compareClocks('another', 1_000_000_000_000 + apart, 1_000_000_000_000, 0).state).toBe(
      state,
    )
  })
})
