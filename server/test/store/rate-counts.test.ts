import { describe, expect, it } from 'vitest'
import { addRateCounts, deleteRateCounts } from '../../src/store/rate-counts.js'
import { databases } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

/** Far ahead: the server deletes what is over by its own clock. */
const NOW = Date.UTC(2126, 0, 14, 12)
const DAY_MS = 86_400_000

describe.each(databases)('counts of all nodes on $name', (database) => {
  const server = startTestServer(database)

  const add = async (sender_hash: string, used: number, now: number) =>
    (await addRateCounts(await server.database.open(), [{ sender_hash, used }], now)).get(
      sender_hash,
    )

  it('add up within a minute, and begin anew after it', async () => {
    expect(await add('a', 3, NOW)).toBe(3)
    expect(await add('a', 4, NOW + 59_000)).toBe(7)
    expect(await add('b', 1, NOW + 59_000)).toBe(1)
    expect(await add('a', 5, NOW + 60_000)).toBe(5)
  })

  it('begin anew where a clock was set back', async () => {
    await add('c', 3, NOW)
    expect(await add('c', 4, NOW - DAY_MS)).toBe(4)
  })

  it('are forgotten when their minute is over', async () => {
    const db = await server.database.open()
    await add('d', 3, NOW)
    await deleteRateCounts(db, NOW + 60_000)
    const left = db.selectFrom('rate_count').select('used').where('sender_hash', '=', 'd')
    expect(await left.execute()).toEqual([])
  })
})
