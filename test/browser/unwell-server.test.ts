import { describe, expect, it } from 'vitest'
import { consoleOf } from './world/console-of.js'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { makeDue } from './world/make-due.js'
import { noteReports } from './world/note-reports.js'
import { snippet } from './world/page.js'
import { referredVisitorIn } from './world/referred-visitor.js'
import { signUp } from './world/sign-up.js'
import { storedItems } from './world/stored-items.js'
import { countTimers, timersOf } from './world/timers.js'
import { untilQuiet } from './world/until-quiet.js'
import { waitingReports } from './world/waiting-reports.js'
import { whoReferred } from './world/who-referred.js'

type Po = (...args: unknown[]) => Promise<unknown>

inEveryEngine((world) => {
  const referredVisitor = referredVisitorIn(world)

  describe('When the server is unwell', () => {
    it('down: the cookie is written, and click and sign-up arrive once it is back', async () => {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      const load = { type: 'affiliate' }
      world.site('www.shop.test', { '*': { head: snippet(program.id, { load }) } })
      // The bundle is a file on some CDN: it comes though the server is down.
      const tab = await world.visit('http://www.shop.test/')
      await untilQuiet(tab)
      await world.pollen.stop()
      await tab.run(() => history.pushState(null, '', '/?aff=jane'))
      expect(await whoReferred(tab)).toEqual({ key: 'jane', name: null })
      await tab.run(signUp, 'ann@mail.test')
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      await world.pollen.start()
      await tab.open('http://www.shop.test/welcome')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it('out of reach for a moment: the page sends again by itself, and nothing counts twice', async () => {
      const { program, tab } = await referredVisitor()
      const mend = world.network.cut(/customers/)
      await tab.run(signUp, 'ann@mail.test')
      mend()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      expect(world.signUps()).toHaveLength(1)
    })

    it('slow: the site’s own code goes on', async () => {
      const { program, tab } = await referredVisitor()
      const arrive = world.network.hold(/customers/)
      const order = await tab.run(() => {
        const order: string[] = []
        const po = Reflect.get(window, 'po') as Po
        po('customers', 'signup', { data: { email: 'ann@mail.test' } }).then(() => order.push('po'))
        order.push('site')
        return order
      })
      expect(order).toEqual(['site'])
      arrive()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it.each([503, 429, 408, 500])('answers %i: the report waits and arrives', async (status) => {
      const { program, tab } = await referredVisitor()
      const body = '{"message":"busy","status":0}'
      const headers = { 'access-control-allow-origin': '*', 'content-type': 'application/json' }
      const mend = world.network.intercept(/customers/, { status, headers, body })
      await tab.run(signUp, 'ann@mail.test')
      mend()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      expect((await consoleOf(tab)).errors).toEqual([])
    })

    it('asks for patience: the report waits for as long, on the next page too', async () => {
      const { program, tab } = await referredVisitor()
      const headers = {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'Retry-After',
        'content-type': 'application/json',
        'retry-after': '600',
      }
      const body = '{"message":"busy","status":0}'
      const mend = world.network.intercept(/customers/, { status: 503, headers, body })
      await tab.run(signUp, 'ann@mail.test')
      mend()
      const later = await tab.run(() => {
        const [, report = '{}'] =
          Object.entries(localStorage).find(([name]) => /^pollen_\w+_/.test(name)) ?? []
        return JSON.parse(report).after - Date.now()
      })
      expect(later).toBeGreaterThan(500_000)
      await tab.open('http://www.shop.test/welcome')
      await untilQuiet(tab)
      expect(await program.signedUp()).toEqual([])
      // When the time has come.
      await makeDue(tab)
      await tab.open('http://www.shop.test/pricing')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('never answers, as behind a blocker: three tries, ever later, then the page is at rest', async () => {
      const { program, tab } = await referredVisitor(countTimers + noteReports)
      world.network.cut(/customers/)
      await tab.run(signUp, 'ann@mail.test')
      const failedAt = (): Promise<number[]> => tab.run(() => Reflect.get(window, 'failedAt'))
      await expect.poll(failedAt, { timeout: 25_000 }).toHaveLength(3)
      expect(await timersOf(tab)).toEqual({ waiting: 0, repeating: 0 })
      // It waits for another page, a fourth try that comes later still.
      const [report] = await waitingReports(tab)
      const [first = 0, second = 0, third = 0] = await failedAt()
      expect(second - first).toBeGreaterThanOrEqual(1000)
      expect(third - second).toBeGreaterThanOrEqual(2000)
      expect((report?.after ?? 0) - third).toBeGreaterThanOrEqual(4000)
      expect(await program.signedUp()).toEqual([])
    })

    it.each([
      ['no sooner', 0, 1000],
      ['up to twice as late', 0.9, 1900],
    ])(
      'is met by a crowd: each tries again after a second, %s, by chance',
      async (_, chance, ms) => {
        const { tab } = await referredVisitor(
          `<script>Math.random = function () { return ${chance} }</script>${noteReports}`,
        )
        world.network.cut(/customers/)
        await tab.run(signUp, 'ann@mail.test')
        const [report] = await waitingReports(tab)
        const [failedAt] = await tab.run((): number[] => Reflect.get(window, 'failedAt'))
        expect((report?.after ?? 0) - (failedAt ?? 0)).toBeGreaterThanOrEqual(ms)
      },
    )

    it('is out of reach: a page at rest sends again when the network is back', async () => {
      const { program, tab } = await referredVisitor()
      const mend = world.network.cut(/customers/)
      for (const name of ['ann', 'bob', 'cid']) await tab.run(signUp, `${name}@mail.test`)
      mend()
      await makeDue(tab)
      await tab.run(() => void dispatchEvent(new Event('online')))
      await expect
        .poll(() => program.signedUp())
        .toEqual(['ann@mail.test by jane', 'bob@mail.test by jane', 'cid@mail.test by jane'])
    })

    it('finds a sign-up too big: it is refused once, and does not wait for ever', async () => {
      const { tab } = await referredVisitor()
      const answer = await tab.run(
        (): Promise<{ status: number }> =>
          Reflect.get(window, 'po')('customers', 'signup', {
            data: { email: 'ann@mail.test', note: 'x'.repeat(70_000) },
          }),
      )
      expect(answer).toMatchObject({ status: 0 })
      await expect.poll(async () => Object.keys(await storedItems(tab)).length).toBe(1)
    })

    it('refuses: the report is dropped, and the developer told why', async () => {
      const { program, tab } = await referredVisitor()
      const answer = await tab.run(signUp, 'no address')
      expect(answer).toMatchObject({ status: 0, message: expect.any(String) })
      expect(await program.signedUp()).toEqual([])
      expect(Object.keys(await storedItems(tab))).toHaveLength(1)
      const { warnings, errors } = await consoleOf(tab)
      expect({ warnings, errors }).toEqual({
        warnings: [expect.stringContaining('Pollen')],
        errors: [],
      })
    })

    it('is a stranger’s log-in page: its answer counts as none', async () => {
      const { program, tab } = await referredVisitor()
      const portal = { headers: { 'access-control-allow-origin': '*' }, body: '<h1>Hotel</h1>' }
      const mend = world.network.intercept(/customers/, portal)
      await tab.run(signUp, 'ann@mail.test')
      mend()
      await tab.open('http://www.shop.test/welcome')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('is behind a blocker: the sign-up resolves, and nothing throws (defect 6)', async () => {
      const program = await world.pollen.newProgram()
      world.site('www.shop.test', { '*': { head: snippet(program.id) } })
      world.network.cut(/settings\.js|clicks|customers/)
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await untilQuiet(tab)
      const answer = await tab.run(signUp, 'ann@mail.test')
      expect(answer).toMatchObject({ status: 0 })
      expect((await consoleOf(tab)).errors).toEqual([])
    })
  })
})
