import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { printSnippetCommand } from '../../src/commands/print-snippet.js'
import { keepPinnedScript } from '../../src/store/pinned-scripts.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { runCommand } from '../helpers/run-command.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases)('pollen-server program snippet on $name', (database) => {
  const server = startTestServer(database)

  const print = (id: string, ...flags: string[]) =>
    runCommand(printSnippetCommand(), server, [id, '--server', server.url, ...flags])

  const pinOf = (snippet: string) => {
    const [, src = '', integrity] = snippet.match(/ src="(.+)" integrity="(.+)" crossorigin/) ?? []
    return { src, integrity }
  }

  it('loads the newest script, whatever that is', async () => {
    const { id } = await createTestProgram(server)
    const snippet = await print(id)
    expect(snippet).toContain(`"${server.url}/js/universal.js"`)
    expect(snippet).not.toContain('integrity')
  })

  it('loads the script of today for ever where it is pinned, by its hash', async () => {
    const { id } = await createTestProgram(server)
    const snippet = await print(id, '--pinned')
    expect(snippet).toContain(`po('program', '${id}', 'load', {"type":"affiliate"`)
    expect(snippet).not.toContain('/js/universal.js')
    const { src, integrity } = pinOf(snippet)
    const answer = await fetch(src)
    const script = Buffer.from(await answer.arrayBuffer())
    expect(`sha384-${createHash('sha384').update(script).digest('base64')}`).toBe(integrity)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    })
    // Again, and nothing changes.
    expect(await print(id, '--pinned')).toBe(snippet)
  })

  it('keeps what was pinned when the server has another script, for that program alone', async () => {
    const { id } = await createTestProgram(server)
    const other = await createTestProgram(server)
    const script = '// of an earlier version: Grüße'
    const row = { program_id: id, hash: 'of-an-earlier-1_', script, created_at: Date.now() }
    await keepPinnedScript(await server.database.open(), row)
    const get = (program: string, hash: string) =>
      fetch(`${server.url}/program/${program}/universal/${hash}.js`)
    for (let times = 0; times < 2; times += 1) {
      expect(await (await get(id, row.hash)).text()).toBe(script)
    }
    const refused = await get(other.id, row.hash)
    expect(refused.status).toBe(404)
    expect(refused.headers.get('cache-control')).toBeNull()
    expect((await get(id, 'unknown')).status).toBe(404)
  })
})
