import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupCommand, restoreCommand } from '../../src/commands/backup.js'
import { startServer } from '../../src/server.js'
import { apiWithKey } from '../helpers/api-with-key.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { sqlite } from '../helpers/databases.js'
import { runCommand } from '../helpers/run-command.js'
import { startTestServer, type TestServer } from '../helpers/start-test-server.js'

describe('a backup of SQLite', () => {
  const server = startTestServer(sqlite)
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pollen-backup-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const at = (path: string) => ({ database: { url: `sqlite:${path}` } }) as TestServer

  it('holds what was acknowledged before it, taken while the server records more', async () => {
    const { apiKey, api } = await createTestProgram(server)
    const create = (number: number) =>
      api.post('/partners', { key: `p${number}`, email: `p${number}@example.com` })
    for (let number = 0; number < 20; number++) await create(number)
    const more = Array.from({ length: 50 }, (_, number) => create(100 + number))
    const [file, restored] = [join(folder, 'a.backup'), join(folder, 'restored.db')]
    await more[5]
    const told = JSON.parse(await runCommand(backupCommand(), server, [file, '--json']))
    const migration = expect.stringMatching(/^\d{3}-/)
    expect(told).toEqual({ file, bytes: expect.any(Number), migration })
    for (const { status } of await Promise.all(more)) expect(status).toBe(200)

    await runCommand(restoreCommand(), at(restored), [file])
    const other = await startServer({ port: 0, database: `sqlite:${restored}`, logLevel: 'silent' })
    const { body } = await apiWithKey(other, apiKey).get('/partners?limit=100')
    await other.close()
    const keys = body.data.map(({ key }: { key: string }) => key)
    expect(keys).toEqual(expect.arrayContaining(Array.from({ length: 20 }, (_, i) => `p${i}`)))
  })

  it('overwrites nothing unless it is told to', async () => {
    const file = join(folder, 'b.backup')
    await runCommand(backupCommand(), server, [file])
    await expect(runCommand(backupCommand(), server, [file])).rejects.toThrow('--force')
    await runCommand(backupCommand(), server, [file, '--force'])

    const restored = join(folder, 'b.db')
    await runCommand(restoreCommand(), at(restored), [file])
    await expect(runCommand(restoreCommand(), at(restored), [file])).rejects.toThrow('--force')
    await runCommand(restoreCommand(), at(restored), [file, '--force'])
  })

  it('is not put under a server that runs, nor if it is damaged', async () => {
    const file = join(folder, 'c.backup')
    await runCommand(backupCommand(), server, [file])
    await expect(runCommand(restoreCommand(), server, [file, '--force'])).rejects.toThrow(
      'in use: stop the server first',
    )
    const { api } = await createTestProgram(server)
    expect((await api.get('/test')).status).toBe(200)

    const whole = readFileSync(file)
    const restored = join(folder, 'c.db')
    for (const wrong of [
      'no database '.repeat(1000),
      '',
      whole.subarray(0, whole.length / 2),
      Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(20_000, 'x'), whole.subarray(28_192)]),
    ]) {
      writeFileSync(file, wrong)
      await expect(runCommand(restoreCommand(), at(restored), [file])).rejects.toThrow(
        /is (damaged|no database of)/,
      )
      expect(existsSync(restored)).toBe(false)
    }
    await expect(runCommand(restoreCommand(), at(restored), [folder])).rejects.toThrow(folder)
    await expect(
      runCommand(restoreCommand(), at(restored), [join(folder, 'nowhere')]),
    ).rejects.toThrow('There is no backup')
  })

  it('of a newer version is left to that one', async () => {
    const file = join(folder, 'e.backup')
    await runCommand(backupCommand(), server, [file])
    const backup = new Sqlite(file)
    backup.exec("insert into kysely_migration values ('999-of-tomorrow', '2030-01-01')")
    backup.close()
    const restored = join(folder, 'e.db')
    await expect(runCommand(restoreCommand(), at(restored), [file])).rejects.toThrow(
      /is of a newer version: it has the migration 999-of-tomorrow, and this version knows none after \d{3}-/,
    )
    expect(existsSync(restored)).toBe(false)
  })

  it('that cannot be written is told in a sentence, and leaves nothing behind', async () => {
    const file = join(folder, 'none', 'd.backup')
    await expect(runCommand(backupCommand(), server, [file])).rejects.toThrow(
      `cannot be copied to ${file}: `,
    )
    const noDatabase = join(folder, 'd.txt')
    writeFileSync(noDatabase, 'a letter '.repeat(1000))
    const copy = join(folder, 'd.backup')
    await expect(runCommand(backupCommand(), at(noDatabase), [copy])).rejects.toThrow(
      'not a database',
    )
    expect(readdirSync(folder).filter((name) => name.startsWith('d.backup'))).toEqual([])
  })
})
