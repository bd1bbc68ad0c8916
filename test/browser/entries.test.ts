import { describe, expect, it } from 'vitest'
import { consoleOf } from './world/console-of.js'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { leaveWaiting } from './world/leave-waiting.js'
import { npmPage } from './world/npm-page.js'
import { ownSnippet } from './world/own-snippet.js'
import { script, signUpForm, snippet } from './world/page.js'
import { storedItems } from './world/stored-items.js'
import { untilQuiet } from './world/until-quiet.js'
import { whoReferred } from './world/who-referred.js'

const LANDING = 'http://www.shop.test/?aff=jane'

/** What a browser says about Global Privacy Control. */
const sends = (value: boolean) =>
  `Object.defineProperty(navigator, 'globalPrivacyControl', { value: ${value} })`

inEveryEngine((world) => {
  async function shopWithPartner() {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane', 'Jane')
    return program
  }

  describe('Our own snippet', () => {
    it('answers with a promise before the script has come', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', {
        '*': {
          head:
            ownSnippet(program.id) +
            script(`
              window.isPromise = po('ready') instanceof Promise
              po('customers', 'signup', { data: { email: 'ann@mail.test' } }).then(function (answer) {
                window.answer = answer
              })
              po('nonsense').catch(function (error) { window.refusal = error.message })
              po('more nonsense')`),
        },
      })
      const arrive = world.network.hold(/universal\.js/)
      const tab = await world.visit(LANDING)
      expect(await tab.run(() => Reflect.get(window, 'isPromise'))).toBe(true)
      arrive()
      await expect
        .poll(() => tab.run(() => Reflect.get(window, 'answer')))
        .toMatchObject({ status: 1, data: { partner: { key: 'jane', name: 'Jane' } } })
      expect(await tab.run(() => Reflect.get(window, 'refusal'))).toContain('nonsense')
      expect((await consoleOf(tab)).errors).toEqual([])
    })

    it('that carries the settings has the cookie written when the script has run', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', {
        '*': {
          head: `${ownSnippet(program.id, { type: 'affiliate' })}
            <script src="http://pollen.test/js/universal.js"></script>
            ${script('window.cookieThen = document.cookie')}`,
        },
      })
      const tab = await world.visit(LANDING)
      expect(await tab.run(() => Reflect.get(window, 'cookieThen'))).toContain(
        'partnero_partner=jane',
      )
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(world.asked('pollen.test').join()).not.toContain('settings.js')
    })

    it('makes an element with its name give way', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', {
        '*': { head: `<form id="po"></form>${ownSnippet(program.id)}` },
      })
      await world.visit(LANDING)
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it('pasted twice is one', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', {
        '*': { head: ownSnippet(program.id) + ownSnippet(program.id) },
      })
      const tab = await world.visit(LANDING)
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      await untilQuiet(tab)
      expect(world.clicks()).toHaveLength(1)
    })
  })

  describe('The npm entry', () => {
    const tracker = (id: string, options = '') => `
      import { createTracker } from 'pollen-js'
      const tracker = createTracker({ program: '${id}', host: 'http://pollen.test', ${options} })
      window.tracker = tracker
      await tracker.load()`

    it('tracks from landing to sign-up without a global', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', {
        '*': npmPage(`${tracker(program.id)}
          window.answer = await tracker.signup({ key: 'user_42', email: 'ann@mail.test', name: 'Ann' })`),
      })
      const tab = await world.visit(LANDING)
      await expect
        .poll(() => tab.run(() => Reflect.get(window, 'answer')))
        .toMatchObject({ status: 1, data: { key: 'user_42', partner: { key: 'jane' } } })
      // The name comes with the answer to the click, which need not be the first one.
      await expect
        .poll(() => tab.run(() => Reflect.get(window, 'tracker').referral))
        .toEqual({ key: 'jane', name: 'Jane' })
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await tab.run(() => 'po' in window)).toBe(false)
    })

    it('counts one click however many trackers a page makes', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', {
        '*': npmPage(`${tracker(program.id)}
          await createTracker({ program: '${program.id}', host: 'http://pollen.test' }).load()
          await tracker.load()
          await fetch('/modules/index.js?last')
          window.isDone = true`),
      })
      const tab = await world.visit(LANDING)
      await expect.poll(() => tab.run(() => Reflect.get(window, 'isDone'))).toBe(true)
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(world.clicks()).toHaveLength(1)
    })

    it('asks for nothing where the app gives the settings, and stores nothing of a stranger', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', {
        '*': npmPage(`${tracker(program.id, "settings: { type: 'affiliate' }")}
          window.answer = await tracker.signup({ email: 'ann@mail.test' })`),
      })
      const tab = await world.visit('http://www.shop.test/')
      await expect
        .poll(() => tab.run(() => Reflect.get(window, 'answer')))
        .toMatchObject({ status: 0, data: null })
      expect(world.asked('pollen.test')).toEqual([])
      expect(await cookieValues(tab)).toEqual({})
      expect(await storedItems(tab)).toEqual({})
    })

    it('warns once of a program that does not exist, and settles every promise', async () => {
      world.site('www.shop.test', {
        '*': npmPage(`${tracker('NOBODYS1')}
          window.answer = await tracker.signup({ email: 'ann@mail.test' })
          await tracker.signup({}).catch((error) => { window.refusal = String(error) })`),
      })
      const tab = await world.visit('http://www.shop.test/')
      await expect
        .poll(() => tab.run(() => Reflect.get(window, 'refusal')))
        .toMatch(/TypeError.*data.key or data.email/)
      const { warnings, errors } = await consoleOf(tab)
      expect(warnings).toEqual([expect.stringMatching(/http:\/\/pollen\.test.*NOBODYS1/)])
      expect(errors).toEqual([])
    })

    it.each([
      [true, {}],
      [false, { partnero_partner: 'jane' }],
    ])(
      'heeds Global Privacy Control where the program says so: %s',
      async (globalPrivacyControl, kept) => {
        const program = await shopWithPartner()
        await program.call('PUT', '/settings', { settings: { consent: 'gpc' } })
        world.site('www.shop.test', {
          '*': npmPage(`${sends(globalPrivacyControl)}
            ${tracker(program.id)}
            window.isDone = true`),
        })
        const tab = await world.visit(LANDING)
        await expect.poll(() => tab.run(() => 'isDone' in window)).toBe(true)
        const { partnero_session_uuid: _, ...cookies } = await cookieValues(tab)
        expect(cookies).toEqual(kept)
      },
    )

    it('reads forms until it is told to stop', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', {
        '/': npmPage(
          `${tracker(program.id)}
          document.forms[0].addEventListener('submit', (event) => event.preventDefault())
          window.stop = tracker.captureForms()`,
          { body: signUpForm() },
        ),
        '*': npmPage(''),
      })
      const tab = await world.visit(LANDING)
      await expect.poll(() => tab.run(() => 'stop' in window)).toBe(true)
      await tab.type('[name=email]', 'ann@mail.test')
      await tab.click('button')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      await tab.run(() => Reflect.get(window, 'stop')())
      await tab.type('[name=email]', '.example')
      await tab.click('button')
      await tab.run(async () => void (await fetch('/modules/index.js?last')))
      expect(world.signUps()).toHaveLength(1)
    })
  })

  describe('Two programs that share a cookie', () => {
    /** Two programs on every page; the partner Jane is known to one of them alone. */
    async function shopWithTwoPrograms(order: 'known first' | 'known last') {
      const [knows, doesNot] = [await shopWithPartner(), await world.pollen.newProgram()]
      const ids = [knows.id, doesNot.id]
      const [first = '', second = ''] = order === 'known first' ? ids : ids.reverse()
      world.site('www.shop.test', {
        '/plain': {},
        '*': { head: snippet(first) + script(`po('program', '${second}', 'load')`) },
      })
      return { knows, doesNot }
    }

    it.each([
      ['known first', 'answered first'],
      ['known first', 'answered last'],
      ['known last', 'answered first'],
      ['known last', 'answered last'],
    ] as const)(
      'keep the credit for a key that only one of them knows: %s, %s',
      async (order, turn) => {
        const { knows, doesNot } = await shopWithTwoPrograms(order)
        const ofKnown = new RegExp(`${knows.id}/clicks`)
        const ofOther = new RegExp(`${doesNot.id}/clicks`)
        const isFirst = turn === 'answered first'
        const arrive = world.network.hold(isFirst ? ofOther : ofKnown)
        const tab = await world.visit(LANDING)
        // An answer has been dealt with when its report is no longer stored.
        const waiting = async () =>
          Object.keys(await storedItems(tab)).filter((name) => /_0/.test(name)).length
        await expect.poll(() => world.clicks()).toHaveLength(2)
        await expect.poll(waiting).toBe(1)
        arrive()
        await expect.poll(waiting).toBe(0)
        const cookies = await cookieValues(tab)
        expect(cookies).toMatchObject({ partnero_partner: 'jane' })
        expect(cookies).toHaveProperty('partnero_session_uuid')
      },
    )

    it('keep it, though the one that does not know the key is answered on a later page', async () => {
      const { knows, doesNot } = await shopWithTwoPrograms('known last')
      const mend = world.network.cut(new RegExp(`${doesNot.id}/clicks`))
      const tab = await world.visit(LANDING)
      expect(await whoReferred(tab)).toMatchObject({ key: 'jane' })
      expect(await storedItems(tab)).toHaveProperty(`pollen_${knows.id}`)
      expect(world.clicks()).toHaveLength(2)
      await leaveWaiting(tab, 'http://www.shop.test/plain')
      mend()
      const waiting = async () =>
        Object.keys(await storedItems(tab)).filter((name) =>
          name.startsWith(`pollen_${doesNot.id}_`),
        )
      await tab.open('http://www.shop.test/pricing')
      await expect.poll(waiting).toEqual([])
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('leave each other’s credit alone where they read the same parameter for another cookie', async () => {
      const affiliate = await world.pollen.newProgram({ parameter: 'ref' })
      await affiliate.addPartner('jane', 'Jane')
      const friends = await world.pollen.newProgram({ type: 'refer_a_friend' })
      await friends.call('POST', '/customers', { key: 'bob', email: 'bob@mail.test', name: 'Bob' })
      world.site('www.shop.test', {
        '/friends': { head: snippet(friends.id) },
        '*': { head: snippet(affiliate.id) + script(`po('program', '${friends.id}', 'load')`) },
      })
      const tab = await world.visit('http://www.shop.test/friends?ref=bob')
      expect(await whoReferred(tab)).toEqual({ key: 'bob', name: 'Bob' })
      await tab.open('http://www.shop.test/?ref=jane')
      await expect.poll(() => world.clicks().map(({ key }) => key)).toEqual(['bob', 'jane', 'jane'])
      await expect
        .poll(() => cookieValues(tab))
        .toMatchObject({ partnero_partner: 'jane', partnero_referral: 'bob' })
    })
  })

  describe('A key under a usual name, while the settings cannot be had', () => {
    it.each(['aff', 'ref', 'via'])('is kept for whichever program it is: %s', async (name) => {
      const program = await shopWithPartner()
      world.site('www.shop.test', { '*': { head: snippet(program.id) } })
      world.network.cut(/settings\.js/)
      const tab = await world.visit(`http://www.shop.test/?${name}=jane`)
      await expect
        .poll(() => cookieValues(tab))
        .toMatchObject({ partnero_partner: 'jane', partnero_referral: 'jane' })
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it('takes no credit from one that stands', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', {
        '/settled': { head: snippet(program.id, { load: { type: 'affiliate' } }) },
        '*': { head: snippet(program.id) },
      })
      const tab = await world.visit('http://www.shop.test/settled?aff=jane')
      await expect.poll(() => cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      world.network.cut(/settings\.js/)
      await tab.open('http://www.shop.test/?aff=joe')
      await untilQuiet(tab)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('leaves nothing when it turns out to be nobody’s', async () => {
      const program = await shopWithPartner()
      world.site('www.shop.test', { '*': { head: snippet(program.id) } })
      world.network.cut(/settings\.js/)
      const tab = await world.visit('http://www.shop.test/?ref=producthunt')
      await untilQuiet(tab)
      await expect.poll(() => cookieValues(tab)).toEqual({})
      expect(world.clicks()).toHaveLength(1)
      expect(await storedItems(tab)).toEqual({})
    })
  })
})
