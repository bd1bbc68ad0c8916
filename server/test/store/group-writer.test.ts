import { describe, expect, it } from 'vitest'
import { PollenError } from '../../src/errors/pollen-error.js'
import { DatabaseLostError } from '../../src/store/errors/database-lost-error.js'
import { groupWriter } from '../../src/store/group-writer.js'

/** A table in memory whose commits wait for `commit()`. */
function slowTable() {
  const groups: number[][] = []
  let commit = () => {}
  const writer = groupWriter(async (items: number[]) => {
    groups.push(items)
    await new Promise<void>((resolve) => {
      commit = resolve
    })
    return items.map((item) => item * 10)
  })
  return { groups, writer, commit: () => commit() }
}

describe('a group writer', () => {
  it('commits in one group whatever came while it was busy', async () => {
    const { groups, writer, commit } = slowTable()
    const first = writer.add(1)
    await expect.poll(() => groups.length).toBe(1)
    const others = [2, 3, 4].map(writer.add)
    expect(writer.waiting()).toBe(3)
    commit()
    expect(await first).toBe(10)
    await expect.poll(() => groups).toEqual([[1], [2, 3, 4]])
    commit()
    expect(await Promise.all(others)).toEqual([20, 30, 40])
  })

  it('writes the others when one cannot be written', async () => {
    const stored: number[] = []
    const writer = groupWriter(async (items: number[]) => {
      if (items.includes(7)) throw new Error('7 is no good')
      stored.push(...items)
      return items
    })
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, item) => writer.add(item)),
    )
    expect(answers.flatMap(({ status }, item) => (status === 'rejected' ? item : []))).toEqual([7])
    expect(stored.sort((a, b) => a - b)).toEqual([...Array(20).keys()].filter((item) => item !== 7))
  })

  it('refuses one of which nothing was written, and writes the others once', async () => {
    const groups: number[][] = []
    const writer = groupWriter(async (items: number[]) => {
      groups.push(items)
      return items.map((item) => (item === 2 ? new PollenError('customer_unknown') : item))
    })
    const answers = await Promise.allSettled([1, 2, 3].map(writer.add))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(groups).toEqual([[1, 2, 3]])
  })

  it('tries each group once on a database that is gone, and goes on when it is back', async () => {
    let tries = 0
    let isGone = true
    const writer = groupWriter(async (items: number[]) => {
      tries += 1
      if (isGone) throw new DatabaseLostError(new Error('connect ECONNREFUSED'))
      return items
    })
    const answers = await Promise.allSettled([1, 2, 3].map(writer.add))
    expect(answers.map(({ status }) => status)).toEqual(Array(3).fill('rejected'))
    expect(tries).toBe(1)
    isGone = false
    expect(await writer.add(4)).toBe(4)
  })

  it('refuses at once what would wait too long', async () => {
    const { groups, writer, commit } = slowTable()
    const first = writer.add(0)
    await expect.poll(() => groups.length).toBe(1)
    const waiting = Array.from({ length: 2000 }, (_, item) => writer.add(item))
    await expect(writer.add(1)).rejects.toThrow(new PollenError('overloaded'))
    const all = Promise.all([first, ...waiting])
    while (groups.flat().length < 2001) {
      commit()
      await new Promise(setImmediate)
    }
    commit()
    await all
    expect(groups.map(({ length }) => length)).toEqual([1, 500, 500, 500, 500])
  })
})
