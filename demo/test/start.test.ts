import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from './eventually.js'
import { leavePlace, newPlace, type Place, readyDemo, runDemo } from './running-demo.js'

let place: Place

beforeEach(async () => {
  place = await newPlace()
})

afterEach(() => leavePlace(place))

const answers = (port: number) =>
  fetch(`http://localhost:${port}/`).then(
    () => true,
    () => false,
  )

async function onlyChildOf(pid: number | undefined): Promise<number> {
  const { stdout } = await promisify(execFile)('pgrep', ['-P', String(pid)])
  return Number(stdout)
}

describe('the demo', () => {
  it('prints the links to try, and ends with a sentence when pollen-server does', async () => {
    const demo = await readyDemo(place)
    expect(demo.output()).toContain(`${demo.shopUrl}?aff=jane`)
    expect(demo.output()).toContain(`${demo.shopUrl}?ref=sam`)
    expect(demo.output()).toContain(`${demo.shopUrl}/journey`)

    const { affiliate, jane } = await demo.programs()
    expect(demo.output()).toContain(`${demo.serverUrl}/partners/${affiliate.public_id}`)
    const signIn = `${demo.serverUrl}/portal/v1/programs/${affiliate.public_id}/sign-in`
    const answer = await fetch(signIn, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(jane),
    })
    expect(answer.status).toBe(200)

    process.kill(await onlyChildOf(demo.child.pid), 'SIGKILL')
    const [code] = await once(demo.child, 'exit')
    expect(code).toBe(1)
    expect(demo.output()).toContain('pollen-server has ended, and the demo ends with it.')
  })

  it('finds the data of the last start, and begins afresh with --reset', async () => {
    const first = await readyDemo(place)
    const made = await first.programs()
    await first.end('SIGINT')

    const second = await readyDemo(place)
    expect(await second.programs()).toEqual(made)
    await second.end('SIGINT')

    const third = await readyDemo(place, '--reset')
    expect((await third.programs()).affiliate.public_id).not.toBe(made.affiliate.public_id)
    await third.end('SIGINT')
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves nothing running after %s',
    async (signal) => {
      const demo = await readyDemo(place)
      const code = await demo.end(signal)
      expect(code).toBe(signal === 'SIGKILL' ? null : 0)
      await eventually(() => answers(place.port)).toBe(false)
      expect(await answers(place.shopPort)).toBe(false)
    },
  )

  it.each([
    ['PORT', 'port'],
    ['SHOP_PORT', 'shopPort'],
  ] as const)('says that a port is taken, and that %s chooses another', async (variable, name) => {
    const other = createServer().listen(place[name], '127.0.0.1')
    await once(other, 'listening')
    const demo = runDemo(place)
    const [code] = await once(demo.child, 'exit')
    other.close()
    expect(code).toBe(1)
    expect(demo.output()).toContain(`Port ${place[name]} is taken`)
    expect(demo.output()).toContain(`${variable}=`)
    expect(demo.output().trim().split('\n')).toHaveLength(1)
  })

  it.each([
    [{ PORT: 'many' }, [], 'PORT is a port from 1 to 65535, not "many".'],
    [{}, ['--rest'], 'The demo knows no --rest; `npm run demo -- --reset` starts afresh.'],
  ])('says what is wrong with %o %o', async (env, args, sentence) => {
    const { readConfig } = await import('../launch/config.mjs')
    expect(() => readConfig(env, args)).toThrow(sentence)
  })
})
