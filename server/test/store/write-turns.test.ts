import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import Sqlite from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/store/database.js'
import { inTransaction } from '../../src/store/in-transaction.js'
import { openDatabase } from '../../src/store/open-database.js'
import { nextNumber } from '../../src/store/statements/next-number.js'

describe('writes on SQLite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'pollen-turns-'))
  const path = join(directory, 'pollen.db')
  let db: Kysely<Database>
  beforeAll(async () => {
    db = await openDatabase(`sqlite:${path}`)
  })
  afterAll(async () => {
    await db.destroy()
    rmSync(directory, { recursive: true })
  })

  const count = (name: string) => inTransaction(db, (trx) => nextNumber(trx, 'PROGRAMX', name))
  const lastOf = async (name: string) =>
    (
      await db
        .selectFrom('numbering')
        .select('last')
        .where('program_id', '=', 'PROGRAMX')
        .where('name', '=', name)
        .executeTakeFirst()
    )?.last

  it('that come at once share a commit', async () => {
    const log = `${path}-wal`
    const before = statSync(log).size
    await Promise.all(Array.from({ length: 50 }, () => count('shared')))
    expect(await lastOf('shared')).toBe(50)
    // Each commit writes the page of 4 KB that was changed. On a busy machine a turn has an end before
    // all have had theirs.
    expect(statSync(log).size - before).toBeLessThan(25 * 4200)
  })

  it('do not suffer for one among them that fails', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, turn) =>
        inTransaction(db, async (trx) => {
          await nextNumber(trx, 'PROGRAMX', 'spoilt')
          if (turn === 7) throw new Error('changed my mind')
        }),
      ),
    )
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(await lastOf('spoilt')).toBe(19)
  })

  it('are seen by nobody before they are on disk', async () => {
    const seen = await inTransaction(db, async (trx) => {
      await nextNumber(trx, 'PROGRAMX', 'unseen')
      return lastOf('unseen')
    })
    expect(seen).toBeUndefined()
    expect(await lastOf('unseen')).toBe(1)
  })

  it('wait for another process, while reads do not', async () => {
    const other = new Sqlite(path)
    other.exec('begin immediate')
    const counted = count('late')
    expect(await lastOf('late')).toBeUndefined()
    other.exec('commit')
    other.close()
    await counted
    expect(await lastOf('late')).toBe(1)
  })
})
