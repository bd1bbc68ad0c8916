import { describe, expect, it } from 'vitest'
import { consoleOf } from './world/console-of.js'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { script, snippet, stub } from './world/page.js'
import { untilQuiet } from './world/until-quiet.js'

type Po = (...args: unknown[]) => Promise<unknown>

inEveryEngine((world) => {
  /** A shop with these scripts after its snippet. */
  async function shop(...scripts: string[]) {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane', 'Jane')
    world.site('www.shop.test', {
      '*': { head: snippet(program.id) + scripts.map(script).join('') },
    })
    return program
  }

  const land = () => world.visit('http://www.shop.test/?aff=jane')

  describe('Calls', () => {
    it('made before the script has come are done when it comes (case 6)', async () => {
      const program = await shop(`po('customers', 'signup', { data: { email: 'ann@mail.test' } })`)
      const arrive = world.network.hold(/universal\.js/)
      await land()
      arrive()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      // The sign-up is known to belong to the visit that the click has begun; both are sent at once.
      const [signUp] = world.signUps()
      expect(signUp?.session).toMatch(/^[\w-]{36}$/)
      await expect
        .poll(() => world.clicks())
        .toMatchObject([{ key: 'jane', session: signUp?.session }])
    })

    it('about the widgets of customers who refer others are handed to a part, with all they say', async () => {
      world.network.intercept(/referrals\.js/, {
        headers: { 'content-type': 'text/javascript' },
        body: 'window.handed = document.currentScript.pollen.options',
      })
      await shop(`po('showReferralPopup', { trigger: 'click' })`)
      const tab = await land()
      await expect
        .poll(() => tab.run(() => Reflect.get(window, 'handed')))
        .toEqual(['showReferralPopup', [{ trigger: 'click' }]])
    })

    it('on the result of a queued call come after it', async () => {
      const program = await shop(`
        window.order = []
        po('ready', function () { order.push('parent') })('ready', function () { order.push('child') })
        po('ready', function () { order.push('next') })`)
      const arrive = world.network.hold(/universal\.js/)
      const tab = await land()
      arrive()
      await expect.poll(() => tab.run(() => Reflect.get(window, 'order'))).toHaveLength(3)
      expect(await tab.run(() => Reflect.get(window, 'order'))).toEqual(['parent', 'child', 'next'])
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it('by a reference that was taken early go on working', async () => {
      const program = await shop(`window.early = window.po`)
      const tab = await land()
      await untilQuiet(tab)
      const answer = await tab.run(() =>
        (Reflect.get(window, 'early') as Po)('customers', 'signup', {
          data: { email: 'ann@mail.test' },
        }),
      )
      expect(answer).toMatchObject({ status: 1 })
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('answer with a promise once the script is there, never with a number', async () => {
      await shop()
      const tab = await land()
      await untilQuiet(tab)
      const kinds = await tab.run(() => {
        const po = Reflect.get(window, 'po') as Po
        return [po('settings', 'x', 1), po('ready'), po('program', 'X', 'settings', 'a', 1)].map(
          (result) => typeof result.then,
        )
      })
      expect(kinds).toEqual(['function', 'function', 'function'])
    })

    it('go to the name that the site has chosen', async () => {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      world.site('www.shop.test', { '*': { head: snippet(program.id, { name: 'partners' }) } })
      const tab = await land()
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await tab.run(() => typeof Reflect.get(window, 'po'))).toBe('undefined')
    })

    it('of ready fire for everybody: no click has to come first (defect 1)', async () => {
      await shop(`po('ready', function () { window.isReady = true })`)
      const tab = await world.visit('http://www.shop.test/')
      await expect.poll(() => tab.run(() => Reflect.get(window, 'isReady'))).toBe(true)
      await tab.open('http://www.shop.test/?aff=jane')
      await expect.poll(() => tab.run(() => Reflect.get(window, 'isReady'))).toBe(true)
      await tab.open('http://www.shop.test/returning')
      await expect.poll(() => tab.run(() => Reflect.get(window, 'isReady'))).toBe(true)
    })

    it('of ready fire although the settings never come (defect 1)', async () => {
      await shop(`po('ready', function () { window.isReady = true })`)
      world.network.cut(/settings\.js/)
      const tab = await world.visit('http://www.shop.test/')
      await expect.poll(() => tab.run(() => Reflect.get(window, 'isReady'))).toBe(true)
    })

    it('that are wrong throw nothing: a warning, and a promise that rejects (case 14)', async () => {
      await shop(`po('nonsense', 1)`)
      const tab = await land()
      await untilQuiet(tab)
      const outcome = await tab.run(() =>
        (Reflect.get(window, 'po') as Po)('customers', 'signup', { data: {} }).then(
          () => 'resolved',
          (error: Error) => error.message,
        ),
      )
      expect(outcome).toMatch(/key|email/)
      const { warnings, errors } = await consoleOf(tab)
      expect(warnings.join()).toContain('nonsense')
      expect(errors).toEqual([])
    })

    it('in the forms that people write by mistake are understood', async () => {
      const program = await shop(`po('customer', 'signup', { email: 'ann@mail.test' })`)
      await land()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })
  })

  describe('A page that', () => {
    it('names a program that does not exist is warned once, and unharmed', async () => {
      world.site('www.shop.test', { '*': { head: snippet('NOBODYS1') } })
      const tab = await world.visit('http://www.shop.test/')
      await untilQuiet(tab)
      const { warnings, errors } = await consoleOf(tab)
      expect(warnings).toEqual([expect.stringContaining('NOBODYS1')])
      expect(errors).toEqual([])
    })

    it('has something else under the name is warned once, and unharmed', async () => {
      const source = 'http://pollen.test/js/universal.js'
      world.site('www.shop.test', {
        '*': { head: `<form id="po"></form><script src="${source}"></script>` },
      })
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      const { warnings, errors } = await consoleOf(tab)
      expect({ warnings: warnings.length, errors }).toEqual({ warnings: 1, errors: [] })
    })

    it('has an element with the id po still tracks', async () => {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      world.site('www.shop.test', {
        '*': { head: snippet(program.id), body: '<div id="po">Purchase order</div>' },
      })
      await land()
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it('blocks the script altogether works as without it (case 14, defect 6)', async () => {
      await shop(
        `po('customers', 'signup', { data: { email: 'ann@mail.test' } }); window.isAlive = true`,
      )
      world.network.cut(/pollen\.test/)
      const tab = await land()
      expect(await tab.run(() => Reflect.get(window, 'isAlive'))).toBe(true)
      expect((await consoleOf(tab)).errors).toEqual([])
    })

    it('extends Array.prototype, or patches JSON by toJSON, is tracked like others', async () => {
      const hostile = script(`
        Array.prototype.extra = function () { return 'extra' }
        Object.prototype.toString = function () { return 'patched' }
        Array.prototype.toJSON = function () { return '[]' }`)
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      world.site('www.shop.test', { '*': { head: hostile + snippet(program.id) } })
      const tab = await land()
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      // As text, since arrays cannot be told from this page.
      const { errors } = await tab.run(() => ({
        errors: Reflect.get(window, 'consoleOf').errors.join(),
      }))
      expect(errors).toBe('')
    })

    it('loads the bundle without a snippet is unharmed', async () => {
      world.site('www.shop.test', {
        '*': { head: '<script src="http://pollen.test/js/universal.js"></script>' },
      })
      const tab = await land()
      expect((await consoleOf(tab)).errors).toEqual([])
    })

    it('is the stub alone and says its program later works from then on', async () => {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      world.site('www.shop.test', { '*': { head: script(stub()) } })
      const tab = await land()
      await expect.poll(() => world.asked('pollen.test')).toEqual(['GET /js/universal.js'])
      await tab.run((id) => {
        const po = Reflect.get(window, 'po') as Po
        po('settings', 'assets_host', 'http://pollen.test')
        po('program', id, 'load')
      }, program.id)
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })
  })
})
