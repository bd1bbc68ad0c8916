import { describe, expect, it } from 'vitest'
import { inEveryEngine } from './world/in-every-engine.js'
import { leaveWaiting } from './world/leave-waiting.js'
import { makeDue } from './world/make-due.js'
import { noteReports } from './world/note-reports.js'
import { snippet } from './world/page.js'
import { referredVisitorIn } from './world/referred-visitor.js'
import { signUp } from './world/sign-up.js'
import { storedItems } from './world/stored-items.js'
import { untilQuiet } from './world/until-quiet.js'
import { waitingReports } from './world/waiting-reports.js'

type Po = (...args: unknown[]) => Promise<unknown>

inEveryEngine((world) => {
  const referredVisitor = referredVisitorIn(world)

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

    it('is stored before (case 5)', async () => {
      const { tab } = await referredVisitor(noteReports)
      await tab.run(signUp, 'ann@mail.test')
      expect(await tab.run(() => Reflect.get(window, 'wasStored'))).toEqual([true, true])
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
      await tab.run(() => {
        const po = Reflect.get(window, 'po') as Po
        const signUp = () => po('customers', 'signup', { data: { email: 'ann@mail.test' } })
        return Promise.all([signUp(), signUp(), signUp()])
      })
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
        // Once the driver has its answer, which is lost when the page leaves in between.
        setTimeout(() => {
          po('customers', 'signup', { data: { email: 'ann@mail.test' } })
          location.assign('/welcome')
        })
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
      await leaveWaiting(tab, 'http://www.shop.test/plain')
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

    /** Signs up so many people, one after the other; runs in the page. */
    const signUpMany = async (people: number) => {
      const po = Reflect.get(window, 'po') as Po
      for (let count = 0; count < people; count += 1) {
        await po('customers', 'signup', { data: { email: `ann${count}@mail.test` } })
        // Which of two is the older one is known when the clock has moved on.
        for (const then = Date.now(); Date.now() === then; );
      }
    }

    it('is twenty reports at most: the oldest gives way', async () => {
      const { tab } = await referredVisitor()
      world.network.cut(/customers/)
      await tab.run(signUpMany, 21)
      const waiting = (await waitingReports(tab)).map(({ body }) => body.data?.email)
      const expected = Array.from({ length: 20 }, (_, index) => `ann${index + 1}@mail.test`)
      expect(waiting.sort()).toEqual(expected.sort())
    })

    it('is sent at once, and never more than a browser takes of a page that may be left', async () => {
      const { tab } = await referredVisitor(noteReports)
      const tally = (): Promise<{ sent: number; failed: number }> =>
        tab.run(() => ({
          sent: Reflect.get(window, 'wasStored').length,
          failed: Reflect.get(window, 'failedAt').length,
        }))
      const mend = world.network.cut(/customers/)
      // Twenty such addresses are more than the 64 KiB of all requests with `keepalive`.
      await tab.open(`http://www.shop.test/?q=${'x'.repeat(4000)}`)
      await untilQuiet(tab)
      await tab.run(signUpMany, 20)
      await expect.poll(tally).toSatisfy(({ sent, failed }) => sent === failed)
      const before = await tally()
      mend()
      await makeDue(tab)
      await tab.run(() => void dispatchEvent(new Event('online')))
      await expect.poll(() => waitingReports(tab)).toEqual([])
      expect(await tally()).toEqual({ sent: before.sent + 20, failed: before.failed })
    })

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
})
