import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportProgramCommand } from '../../src/commands/export-program.js'
import { importProgramCommand } from '../../src/commands/import-program.js'
import { DAY_MS } from '../../src/domain/time/day-ms.js'
import { operations } from '../../src/openapi/operations.js'
import type { ProgramType } from '../../src/store/database.js'
import { programTables } from '../../src/store/tables/program-tables.js'
import { aClick } from '../helpers/a-click.js'
import { ageMessages } from '../helpers/age-messages.js'
import { createApi } from '../helpers/create-api.js'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { messagesAreTried } from '../helpers/messages-are-tried.js'
import { runCli } from '../helpers/run-cli.js'
import { runCommand } from '../helpers/run-command.js'
import { seedExamples } from '../helpers/seed-examples.js'
import { sendExample } from '../helpers/send-example.js'
import { startTestServer } from '../helpers/start-test-server.js'

/** From the first database to the last one: where there are both, from SQLite to PostgreSQL. */
const [source, target] = [databases[0], databases.at(-1)] as [
  (typeof databases)[0],
  (typeof databases)[0],
]

describe(`a program moved from ${source.name} to ${target.name}`, () => {
  const options = { publicUrl: 'https://pollen.example' }
  const [from, to] = [startTestServer(source, options), startTestServer(target, options)]
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pollen-export-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function seeded(type: ProgramType): Promise<TestProgram> {
    const program = await createTestProgram(from, { type })
    await seedExamples(program.api, type)
    await program.events.post('/clicks', aClick('ref_123'))
    // Deleted for its age, a click still stands in the figures.
    const db = await from.database.open()
    await db.deleteFrom('click').where('program_id', '=', program.id).execute()
    await program.events.post('/clicks', aClick('ref_123'))
    // Messages stay as they are: both servers would send what is due.
    if (type === 'affiliate') await messagesAreTried(program.api, 'hook_123')
    await ageMessages(from, program.id, -DAY_MS)
    return program
  }

  /**
   * A file's lines in one order; but for the first and the last, and but for figures, which a server
   * sums up meanwhile: what they amount to, the answers tell.
   */
  const rowsOf = (file: string) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '' && !/^{"(rows"|table":"figure)/.test(line))
      .sort()

  it.each(['affiliate', 'refer_a_friend', 'newsletter'] as const)(
    'is the same to the last row and answer: %s',
    async (type) => {
      const program = await seeded(type)
      const [file, back] = [join(folder, `${type}.ndjson`), join(folder, `${type}-back.ndjson`)]
      const told = JSON.parse(
        await runCommand(exportProgramCommand(), from, [program.id, file, '--json']),
      )
      expect(Object.keys(told.rows)).toEqual(Object.keys(programTables))
      expect(JSON.parse(await runCommand(importProgramCommand(), to, [file, '--json']))).toEqual(
        told,
      )

      await runCommand(exportProgramCommand(), to, [program.id, back])
      const withoutHash = (rows: string[]) => rows.filter((row) => !row.startsWith('{"rows"'))
      expect(withoutHash(rowsOf(back))).toEqual(withoutHash(rowsOf(file)))

      const headers = {
        authorization: `Bearer ${program.apiKey}`,
        'content-type': 'application/json',
      }
      const [here, there] = [createApi(from.url, headers), createApi(to.url, headers)]
      const reads = Object.entries(operations).filter(
        ([name, { access }]) =>
          name.startsWith('GET /v1/') && !/convert|reject/.test(name) && access === undefined,
      )
      for (const [name, { examples }] of reads) {
        const [example] = examples.filter((one) => (one.program ?? 'affiliate') === type)
        if (!example) continue
        const [answer, moved] = [
          await sendExample(here, name, example, {}),
          await sendExample(there, name, example, {}),
        ]
        expect(moved.status, name).toBe(answer.status)
        expect(moved.body, name).toEqual(answer.body)
      }
    },
  )

  it('is refused where it is already, where the file was changed, and where it is cut', async () => {
    const { id } = await seeded('affiliate')
    const file = join(folder, 'refused.ndjson')
    await runCommand(exportProgramCommand(), from, [id, file])
    const text = readFileSync(file, 'utf8')
    const refused = async (server: typeof to, wrong: string, reason: string) => {
      writeFileSync(file, wrong)
      await expect(runCommand(importProgramCommand(), server, [file])).rejects.toThrow(reason)
    }
    await refused(from, text, `There is a program ${id} in this database already.`)
    await refused(to, text.replace('jane@example.com', 'eve@example.com'), 'changed or damaged')
    await refused(to, text.slice(0, text.lastIndexOf('{"rows"')), 'not complete')
    await refused(
      to,
      text.replaceAll(`{"program_id":"${id}"`, '{"program_id":"OTHERS12"'),
      'Line 2',
    )
    await refused(to, text.slice(0, -1000), 'cut off')
    await refused(to, '{"some":"file"}\n', 'no export')
    await refused(to, 'PK\u0003\u0004', 'no export')
    await refused(to, '', 'no export')
    const nowhere = runCommand(importProgramCommand(), to, [join(folder, 'nowhere')])
    await expect(nowhere).rejects.toThrow('There is no file')
    const aFolder = runCommand(importProgramCommand(), to, [folder])
    await expect(aFolder).rejects.toThrow('no export')
    await refused(to, text.replace('"pollen_export":1', '"pollen_export":2'), 'newer version')

    await expect(runCommand(exportProgramCommand(), from, [id, file])).rejects.toThrow(
      'name another',
    )
    const noFolder = join(folder, 'none', 'x')
    await expect(runCommand(exportProgramCommand(), from, [id, noFolder])).rejects.toThrow(
      `${noFolder} cannot be written: `,
    )
    writeFileSync(file, text)
    await runCommand(importProgramCommand(), to, [file])
  })

  it.each(databases.filter(({ name }) => name === 'PostgreSQL'))(
    'is not there at all when its import to $name is killed, and can be imported then',
    async () => {
      const { id } = await seeded('affiliate')
      const file = join(folder, 'killed.ndjson')
      await runCommand(exportProgramCommand(), from, [id, file])
      const text = readFileSync(file, 'utf8')
      const lines = text.split('\n')
      const click = lines.find((line) => line.startsWith('{"table":"click"')) ?? ''
      const more = Array.from({ length: 20_000 }, () =>
        click.replace(/"id":"[^"]+"/, `"id":"${uuidv7()}"`),
      )
      const long = join(folder, 'long.ndjson')
      writeFileSync(long, [...lines.slice(0, -2), ...more, ''].join('\n'))

      const db = await to.database.open()
      const run = runCli(['import', long, '--database', to.database.url])
      const inserting = sql`select 1 from pg_stat_activity
      where datname = current_database() and query like 'insert into "click"%'`
      await expect
        .poll(async () => (await inserting.execute(db)).rows.length, {
          timeout: 10_000,
          interval: 5,
        })
        .toBeGreaterThan(0)
      run.kill('SIGKILL')
      expect((await run.ended).code).toBeNull()
      const stored = db.selectFrom('program').select('name').where('program_id', '=', id)
      expect(await stored.execute()).toEqual([])
      await runCommand(importProgramCommand(), to, [file])
      expect(await stored.execute()).toHaveLength(1)
    },
  )
})
