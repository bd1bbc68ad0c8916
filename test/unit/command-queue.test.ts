import { describe, expect, it } from 'vitest'
import { type Queue, takeOver } from '../../src/command-queue.js'

/** The stub as sites have it: what it does is the contract, the words are ours. */
function stubOf(queue: Queue) {
  function stub(this: Queue): unknown {
    // biome-ignore lint/complexity/noArguments: as in the wild
    const call = { a: arguments, q: [] as Queue }
    const result: unknown = this.push(call)
    return typeof result === 'number' ? stub.bind(call.q) : result
  }
  return stub.bind(queue) as unknown as (...args: unknown[]) => never
}

function listen() {
  const heard: unknown[][] = []
  const run = (...args: unknown[]) => {
    heard.push(args)
    return Promise.resolve(args[0])
  }
  return { heard, run }
}

describe('The queue', () => {
  it('is drained in order, calls on a call after it', () => {
    const queue: Queue = []
    const po = stubOf(queue)
    const { heard, run } = listen()
    const chained = po('a') as (...args: unknown[]) => (...args: unknown[]) => unknown
    chained('a1')('a11')
    chained('a2')
    po('b', 1, { two: 2 })
    takeOver(queue, run)
    expect(heard).toEqual([['a'], ['a1'], ['a11'], ['a2'], ['b', 1, { two: 2 }]])
  })

  it('runs later calls at once and hands out their promises, also by references taken early', async () => {
    const queue: Queue = []
    const early = stubOf(queue)
    const chained = early('a') as (...args: unknown[]) => Promise<unknown>
    const { heard, run } = listen()
    takeOver(queue, run)
    await expect(early('b')).resolves.toBe('b')
    await expect(chained('c')).resolves.toBe('c')
    expect(heard).toEqual([['a'], ['b'], ['c']])
  })

  it('runs calls that are made while it is drained, after those that waited', () => {
    const queue: Queue = []
    const po = stubOf(queue)
    const heard: unknown[] = []
    po('a')
    po('b')
    takeOver(queue, (name) => {
      heard.push(name)
      if (name === 'a') po('during')
      return undefined
    })
    expect(heard).toEqual(['a', 'b', 'during'])
  })

  it('is left to who took it first', () => {
    const queue: Queue = []
    const po = stubOf(queue)
    const [first, second] = [listen(), listen()]
    po('a')
    takeOver(queue, first.run)
    takeOver(queue, second.run)
    po('b')
    expect(first.heard).toEqual([['a'], ['b']])
    expect(second.heard).toEqual([])
  })

  it('settles the promise that our own stub gave', async () => {
    const { run } = listen()
    const promise = new Promise((resolve) => {
      takeOver([{ a: ['a'], q: [], r: resolve }], run)
    })
    await expect(promise).resolves.toBe('a')
  })

  it('needs no queue of calls on a call', () => {
    const { heard, run } = listen()
    takeOver([{ a: ['a'] }], run)
    expect(heard).toEqual([['a']])
  })
})
