import { describe, expect, it } from 'vitest'
import { remember } from '../../src/node/lib/remember.js'

/** A source whose answers are set by the test, and a clock that it moves. */
function aSource() {
  const source = { answer: 'a' as string | Error, loads: 0, now: 0 }
  const load = async () => {
    source.loads++
    if (source.answer instanceof Error) throw source.answer
    return source.answer
  }
  return { source, remembered: remember(load, 1000, () => source.now) }
}

describe('what is remembered', () => {
  it('is loaded once while it is fresh, also for those who ask at once', async () => {
    const { source, remembered } = aSource()
    expect(await Promise.all([remembered.get(), remembered.get()])).toEqual(['a', 'a'])
    source.now = 999
    expect(await remembered.get()).toBe('a')
    expect(source.loads).toBe(1)
  })

  it('is loaded again when it is not', async () => {
    const { source, remembered } = aSource()
    await remembered.get()
    Object.assign(source, { answer: 'b', now: 1000 })
    expect(await remembered.get()).toBe('b')
  })

  it('stays while it cannot be loaded again', async () => {
    const { source, remembered } = aSource()
    await remembered.get()
    Object.assign(source, { answer: new Error('down'), now: 1000 })
    expect(await remembered.get()).toBe('a')
  })

  it('is not asked for again at once after a failure', async () => {
    const { source, remembered } = aSource()
    source.answer = new Error('down')
    await expect(remembered.get()).rejects.toThrow('down')
    await expect(remembered.get()).rejects.toThrow('down')
    expect(source.loads).toBe(1)
    Object.assign(source, { answer: 'b', now: 2000 })
    expect(await remembered.get()).toBe('b')
  })

  it('is looked at without waiting', async () => {
    const { remembered } = aSource()
    expect(remembered.peek()).toBeUndefined()
    await expect.poll(() => remembered.peek()).toBe('a')
  })
})
