// @vitest-environment node
import { readFileSync } from 'node:fs'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'

const read = (name: string) => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8')

describe('What browsers load', () => {
  it.each([
    ['script', 'universal.js'],
    ['script', 'stripe.js'],
    ['script', 'paddle.js'],
    ['script', 'debug.js'],
    ['script', 'forms.js'],
    ['script', 'links.js'],
    ['script', 'consent.js'],
    ['script', 'referrals.js'],
    ['module', 'referral-widgets.js'],
    ['module', 'index.js'],
    ['module', 'react.js'],
    ['module', 'checkouts.js'],
    ['module', 'url.js'],
  ] as const)('needs no more than ES2018: the %s %s', (sourceType, name) => {
    expect(() => parse(read(name), { ecmaVersion: 2018, sourceType })).not.toThrow()
  })

  it.each(['snippet.html', 'snippet-pinned.html'])(
    'has a stub in %s that needs no more than ES2018, and what to fill in',
    (name) => {
      const [, stub = ''] = read(name).match(/<script>(.*?)<\/script>/s) ?? []
      expect(() => parse(stub, { ecmaVersion: 2018 })).not.toThrow()
      expect(stub).toContain('https://POLLEN_HOST')
      expect(stub).toContain("po('program', 'PROGRAM_ID', 'load')")
    },
  )

  it('is pasted from the README as it was built', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    expect(readme).toContain(read('snippet.html').trim())
  })
})

describe('The npm entry on a server', () => {
  it('can be imported and used, and does nothing', async () => {
    const { createTracker } = await import('../../dist/index.js')
    const tracker = createTracker({ program: 'ABCDEFGH', host: 'https://pollen.example' })
    await expect(tracker.load()).resolves.toBeUndefined()
    await expect(tracker.signup({ email: 'ada@shop.example' })).resolves.toEqual({
      data: null,
      status: 0,
      message: 'There is no visitor on a server.',
    })
    expect(tracker.referral).toBeUndefined()
    expect(tracker.captureForms()).toBeInstanceOf(Function)
  })

  it('of widgets can be imported, too', async () => {
    const { showReferralPopup } = await import('pollen-js/referrals')
    expect(showReferralPopup).toBeInstanceOf(Function)
  })

  it.each([
    [{ host: 'https://pollen.example' }, /needs a program/],
    [{ program: 'ABCDEFGH' }, /needs a host/],
    [{ program: '', host: 'https://pollen.example' }, /needs a program/],
  ])('says what is missing in %j', async (options, message) => {
    const { createTracker } = await import('../../dist/index.js')
    expect(() => createTracker(options as never)).toThrow(message)
    expect(() => createTracker(options as never)).toThrow(TypeError)
  })
})
