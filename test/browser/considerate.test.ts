import { describe, expect, it } from 'vitest'
import { consoleOf } from './world/console-of.js'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { ownSnippet, pinnedSnippet } from './world/own-snippet.js'
import { page, script, snippet } from './world/page.js'
import { countTimers, timersOf } from './world/timers.js'
import { untilQuiet } from './world/until-quiet.js'
import { untilWatched } from './world/until-watched.js'
import { whoReferred } from './world/who-referred.js'

/** Notes each cookie that is written. */
const COOKIES = script(`
  window.written = []
  ;(function (cookie) {
    Object.defineProperty(document, 'cookie', {
      get: function () { return cookie.get.call(document) },
      set: function (text) { written.push(text); cookie.set.call(document, text) },
    })
  })(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie'))`)

inEveryEngine((world) => {
  async function visitorOf(head: string, path = '/?aff=jane') {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane')
    const load = { type: 'affiliate', domains: ['checkout.test'] }
    world.site('www.shop.test', {
      '*': {
        head: head + snippet(program.id, { load }),
        body: '<a href="/x">x</a>'.repeat(500),
      },
    })
    const tab = await world.visit(`http://www.shop.test${path}`)
    await untilQuiet(tab)
    await untilWatched(tab)
    return { program, tab }
  }

  describe('At rest', () => {
    it.each(['/', '/?aff=jane'])(
      'no timer is left at %s, and nothing polls (defect 4)',
      async (path) => {
        const { program, tab } = await visitorOf(countTimers, path)
        if (path !== '/') await expect.poll(() => program.clicksOf('jane')).toBe(1)
        await expect.poll(() => timersOf(tab)).toEqual({ waiting: 0, repeating: 0 })
      },
    )

    it('there is no global but po and its name', async () => {
      const { tab } = await visitorOf(script('window.before = Object.keys(window)'))
      const added = await tab.run(() => {
        const before: string[] = Reflect.get(window, 'before')
        return Object.keys(window).filter((name) => !before.includes(name))
      })
      expect(added.sort()).toEqual(['__partnerObject', 'before', 'po'])
    })
  })

  describe('Cookies', () => {
    it('are not touched where nobody referred', async () => {
      const { tab } = await visitorOf(COOKIES, '/')
      expect(await tab.run(() => Reflect.get(window, 'written'))).toEqual([])
    })

    it('of a page that is opened again are left as they are (defect 8, defect 11)', async () => {
      const { program, tab } = await visitorOf(COOKIES)
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await tab.open('http://www.shop.test/pricing')
      await untilQuiet(tab)
      expect(await tab.run(() => Reflect.get(window, 'written'))).toEqual([])
      expect(await consoleOf(tab)).toEqual({ warnings: [], errors: [] })
    })

    it('carry the key alone, no e-mail address of a referrer (defect 8)', async () => {
      const { program, tab } = await visitorOf('')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      const cookies = await cookieValues(tab)
      expect(cookies).toEqual({
        partnero_partner: 'jane',
        partnero_session_uuid: expect.stringMatching(/^[\da-f-]{36}$/),
      })
    })
  })

  describe('The widest domain', () => {
    it('is looked for once a page (case 1)', async () => {
      const program = await world.pollen.newProgram()
      const load = { type: 'affiliate' }
      // Most browsers take no cookie for the last numbers of an address, so they are asked several times.
      world.network.host('192.0.2.7', () => page({ head: COOKIES + snippet(program.id, { load }) }))
      const tab = await world.visit('http://192.0.2.7/?aff=jane')
      await whoReferred(tab)
      const writes = (key: string) =>
        tab.run(
          (start) =>
            Reflect.get(window, 'written').filter((text: string) => text.startsWith(start)),
          `partnero_partner=${key};`,
        )
      await tab.run(() => history.pushState(null, '', '/?aff=joe'))
      expect(await writes('joe')).toHaveLength(1)
    })
  })

  describe('A page that follows', () => {
    it('loads neither the script nor the settings again', async () => {
      const program = await world.pollen.newProgram()
      world.site('www.shop.test', { '*': { head: ownSnippet(program.id) } })
      const tab = await world.visit('http://www.shop.test/')
      await untilQuiet(tab)
      await tab.open('http://www.shop.test/pricing')
      await untilQuiet(tab)
      expect(world.asked('pollen.test')).toEqual([
        'GET /js/universal.js',
        `GET /program/${program.id}/settings/settings.js`,
      ])
    })
  })

  describe('A Content Security Policy', () => {
    /** Our snippet, in an element with the nonce, asking the server for the settings. */
    async function landUnder(policy: string) {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      const head = ownSnippet(program.id).replace('<script>', '<script nonce="n0nce">')
      world.site('www.shop.test', {
        '*': { head, headers: { 'content-security-policy': policy } },
      })
      await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    }

    it.each([
      ['of a nonce', `script-src 'nonce-n0nce'; connect-src http://pollen.test`],
      ['of a nonce and strict-dynamic', `script-src 'nonce-n0nce' 'strict-dynamic'`],
      [
        'that asks for Trusted Types',
        `script-src 'nonce-n0nce'; require-trusted-types-for 'script'; trusted-types pollen`,
      ],
    ])('%s lets the snippet load the script and the settings', async (_, policy) => {
      await landUnder(policy)
    })
  })

  describe('A pinned snippet', () => {
    async function land(...integrity: string[]) {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      world.site('www.shop.test', { '*': { head: pinnedSnippet(program.id, ...integrity) } })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      return { program, tab }
    }

    it('loads the script that has its hash', async () => {
      const { program } = await land()
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(world.asked('pollen.test')).not.toContain('GET /js/universal.js')
    })

    it('loads no other script in its place', async () => {
      const { program, tab } = await land(`sha384-${'A'.repeat(64)}`)
      // A page is complete when its scripts have run, or were refused.
      await expect.poll(() => tab.run(() => document.readyState)).toBe('complete')
      const path = `/program/${program.id}/universal/`
      expect(world.asked('pollen.test').filter((line) => line.includes(path))).toHaveLength(1)
      expect(await cookieValues(tab)).toEqual({})
      expect(await program.clicksOf('jane')).toBe(0)
    })
  })
})
