import { describe, expect, it } from 'vitest'
import { consoleOf } from './world/console-of.js'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { snippet } from './world/page.js'
import { storedItems } from './world/stored-items.js'
import { untilQuiet } from './world/until-quiet.js'

type Po = (...args: unknown[]) => Promise<{ status: number; message?: string }>

/** Signs up as a page's own code does; runs in the page. */
const signUp = (email: string) =>
  (Reflect.get(window, 'po') as Po)('customers', 'signup', { data: { email, name: 'Ann' } })

inEveryEngine((world) => {
  /** A shop whose visitor came by Jane's link, which is known by now. */
  async function referredVisitor() {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane', 'Jane')
    world.site('www.shop.test', { '*': { head: snippet(program.id) } })
    const tab = await world.visit('http://www.shop.test/?aff=jane')
    await expect.poll(() => program.clicksOf('jane')).toBe(1)
    await untilQuiet(tab)
    return { program, tab }
  }

  describe('What is sent', () => {
    it('needs no preflight, no cookie and no key of an account (defect 2)', async () => {
      const { tab } = await referredVisitor()
      await tab.run(signUp, 'ann@mail.test')
      const posts = world.network.requests.filter(({ url }) => url.pathname.startsWith('/pub/'))
      expect(posts.map(({ method }) => method)).toEqual(['POST', 'POST'])
      for (const { headers } of posts) {
        expect(headers['content-type']).toMatch(/^text\/plain/)
        expect(headers).not.toHaveProperty('authorization')
        expect(headers).not.toHaveProperty('cookie')
      }
    })

    it('answers the page: a sign-up resolves with the customer and the partner (defect 2)', async () => {
      const { program, tab } = await referredVisitor()
      expect(await tab.run(signUp, 'ann@mail.test')).toMatchObject({
        status: 1,
        data: { key: 'ann@mail.test', partner: { key: 'jane', name: 'Jane' } },
      })
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('is a sign-up right behind the click, both in flight at once (defect 5)', async () => {
      const program = await world.pollen.newProgram()
      await program.addPartner('jane')
      const call = `<script>po('customers','signup',{data:{email:'ann@mail.test'}},function(){window.isDone=true})</script>`
      world.site('www.shop.test', { '*': { head: snippet(program.id) + call } })
      const arrive = world.network.hold(/clicks/)
      const tab = await world.visit('http://www.shop.test/?aff=jane')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      await expect.poll(() => tab.run(() => Reflect.get(window, 'isDone'))).toBe(true)
      arrive()
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it('counts once however often the page says it (case 13)', async () => {
      const { program, tab } = await referredVisitor()
      await Promise.all([1, 2, 3].map(() => tab.run(signUp, 'ann@mail.test')))
      await tab.reload()
      await untilQuiet(tab)
      await tab.run(signUp, 'ann@mail.test')
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('may be said at every login: a customer is credited once (case 7)', async () => {
      const { program, tab } = await referredVisitor()
      await program.addPartner('joe')
      await tab.run(signUp, 'ann@mail.test')
      await tab.open('http://www.shop.test/?aff=joe')
      await expect.poll(() => program.clicksOf('joe')).toBe(1)
      await tab.run(signUp, 'ann@mail.test')
      expect(await program.signedUp()).toEqual(['ann@mail.test by jane'])
    })
  })

  describe('When the page goes away', () => {
    it('a sign-up arrives although the page leaves in the same instant (case 5)', async () => {
      const { program, tab } = await referredVisitor()
      const arrive = world.network.hold(/customers/)
      await tab.run(() => {
        const po = Reflect.get(window, 'po') as Po
        po('customers', 'signup', { data: { email: 'ann@mail.test' } })
        location.assign('/welcome')
      })
      await expect.poll(() => world.signUps()).toHaveLength(1)
      arrive()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('a sign-up arrives although the tab is closed in the same instant (case 5)', async () => {
      const { program, tab } = await referredVisitor()
      await world.openTab('http://www.shop.test/quiet')
      await tab.run(() => {
        const po = Reflect.get(window, 'po') as Po
        po('customers', 'signup', { data: { email: 'ann@mail.test' } })
      })
      await tab.close()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('what the network lost is sent again by the next page, with the same id (case 5)', async () => {
      const { program, tab } = await referredVisitor()
      const mend = world.network.cut(/customers/)
      await tab.run(signUp, 'ann@mail.test')
      const [first] = world.signUps()
      mend()
      await tab.open('http://www.shop.test/welcome')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      expect(world.signUps().map(({ id }) => id)).toEqual([first?.id])
      await expect.poll(async () => Object.keys(await storedItems(tab)).length).toBe(1)
    })

    it('and by another tab', async () => {
      const { program, tab } = await referredVisitor()
      const mend = world.network.cut(/customers/)
      await tab.run(signUp, 'ann@mail.test')
      mend()
      await world.openTab('http://www.shop.test/pricing')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      expect(world.signUps()).toHaveLength(1)
    })

    it('but not by another tab while it is under way', async () => {
      const { program, tab } = await referredVisitor()
      const arrive = world.network.hold(/customers/)
      await tab.run(() => {
        Reflect.get(window, 'po')('customers', 'signup', { data: { email: 'ann@mail.test' } })
      })
      const attempts = () =>
        world.asked('pollen.test').filter((what) => /POST.*customers/.test(what))
      await expect.poll(attempts).toHaveLength(1)
      const other = await world.openTab('http://www.shop.test/pricing')
      await untilQuiet(other)
      arrive()
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      await expect.poll(async () => Object.keys(await storedItems(other)).length).toBe(1)
      expect(attempts()).toHaveLength(1)
    })

    it('two tabs lose nothing of each other', async () => {
      const { program, tab } = await referredVisitor()
      const other = await world.openTab('http://www.shop.test/pricing')
      await untilQuiet(other)
      const mend = world.network.cut(/customers/)
      await tab.run(signUp, 'ann@mail.test')
      await other.run(signUp, 'bob@mail.test')
      mend()
      await tab.open('http://www.shop.test/welcome')
      await expect
        .poll(() => program.signedUp())
        .toEqual(['ann@mail.test by jane', 'bob@mail.test by jane'])
    })
  })

  describe('What waits', () => {
    /** Makes what waits to have waited for so many days; nothing is put off any more. */
    const age = (days: number) => {
      for (const name of Object.keys(localStorage).filter((name) => /^pollen_\w+_0/.test(name))) {
        const { after, ...report } = JSON.parse(localStorage.getItem(name) ?? '')
        const time = name.replace(/^.*_|-/g, '').slice(0, 12)
        const then = `0${(Number.parseInt(time, 16) - days * 86_400_000).toString(16)}`
        localStorage.removeItem(name)
        const aged = name.replace(/_0.{12}/, `_${then.slice(0, 8)}-${then.slice(8)}`)
        localStorage.setItem(aged, JSON.stringify(report))
      }
    }

    it('is still sent after 29 days', async () => {
      const { program, tab } = await referredVisitor()
      const mend = world.network.cut(/customers/)
      await tab.run(signUp, 'ann@mail.test')
      await tab.run(age, 29)
      mend()
      await tab.open('http://www.shop.test/welcome')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('is given up after a month', async () => {
      const { program, tab } = await referredVisitor()
      const mend = world.network.cut(/customers/)
      await tab.run(signUp, 'ann@mail.test')
      await tab.run(age, 31)
      mend()
      await tab.open('http://www.shop.test/welcome')
      await expect.poll(async () => Object.keys(await storedItems(tab))).toHaveLength(1)
      expect(await program.signedUp()).toEqual([])
    })
  })

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
      await expect.poll(() => world.clicks()).toHaveLength(1)
      await tab.run(signUp, 'ann@mail.test')
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
      await world.pollen.start()
      await tab.open('http://www.shop.test/welcome')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
      await expect.poll(() => program.clicksOf('jane')).toBe(1)
    })

    it('restarted: the page sends again by itself, and nothing counts twice', async () => {
      const { program, tab } = await referredVisitor()
      await world.pollen.stop()
      await tab.run(signUp, 'ann@mail.test')
      await world.pollen.start()
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
      await tab.run(() => {
        for (const name of Object.keys(localStorage)) {
          const report = JSON.parse(localStorage.getItem(name) ?? '{}')
          if (report.after) localStorage.setItem(name, JSON.stringify({ ...report, after: 0 }))
        }
      })
      await tab.open('http://www.shop.test/pricing')
      await expect.poll(() => program.signedUp()).toEqual(['ann@mail.test by jane'])
    })

    it('never answers, as behind a blocker: three tries, then the page is at rest', async () => {
      const { program, tab } = await referredVisitor()
      world.network.cut(/customers/)
      await tab.run(signUp, 'ann@mail.test')
      const attempts = () =>
        world.asked('pollen.test').filter((what) => /POST.*customers/.test(what))
      await expect.poll(attempts, { timeout: 25_000 }).toHaveLength(3)
      await untilQuiet(tab)
      expect(attempts()).toHaveLength(3)
      expect(await program.signedUp()).toEqual([])
      expect(Object.keys(await storedItems(tab))).toHaveLength(2)
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
