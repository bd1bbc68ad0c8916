import type { Page } from 'puppeteer-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { accessibilityOf } from './world/accessibility-of.js'
import { looks } from './world/looks.js'
import { startMerchant } from './world/start-merchant.js'
import { takePicture } from './world/take-picture.js'
import { useWebWorld } from './world/use-web-world.js'

const world = useWebWorld()
const shop = startMerchant(() => world.server.url)
let program: TestProgram

beforeEach(async () => {
  program = await createTestProgram(world.server, { type: 'refer_a_friend', website: shop.url })
  await program.api.post('/customers', { id: 'user-1', key: 'bob', name: 'Bob Green' })
})

/** The snippet of the script, and what a page says to it. */
const say = (...calls: string[]) => `<script>
  (function (w, n) { w.__partnerObject = n; w[n] = function () { var c = { a: arguments, q: [] }; w[n].q.push(c); return { catch: function () {} } }; w[n].q = []
    var s = document.createElement('script'); s.src = '${world.server.url}/js/universal.js'; document.head.append(s) })(window, 'po')
  po('settings', 'assets_host', '${world.server.url}')
  po('program', '${program.id}', 'load')
  ${calls.join('\n')}</script>`

const widget = (attributes: string) =>
  `<script src="${world.server.url}/js/referrals.js"></script>
  <pollen-referrals program="${program.id}" ${attributes}></pollen-referrals>`

const signIn = () => {
  shop.token = async () =>
    (await program.api.post('/customers/user-1/widget_token')).body.data.token
}

/** A friend who came by Bob and, unless they only look, bought. */
const addFriend = async (id: string, person: object, amount?: number) => {
  const referring_customer = { id: 'user-1' }
  await program.api.post('/customers', { id, ...person, referring_customer })
  if (amount) await program.api.post('/transactions', { customer: { id }, key: id, amount })
}

const text = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('.pollen-popup')?.shadowRoot ?? document
    const shown = host.querySelector('pollen-referrals')?.shadowRoot?.querySelector('section')
    return shown?.innerText ?? ''
  })

const click = (page: Page, name: string) => page.locator(`::-p-aria([name="${name}"])`).click()

const stored = (page: Page) =>
  page.evaluate(() => [
    ...Object.keys(sessionStorage),
    ...Object.keys(localStorage),
    document.cookie,
  ])

describe('The widget of a customer', () => {
  it('gives who was invited their link to copy, and shows the friend who buys through it and the reward', async () => {
    const person = { id: 'user-1', email: 'bob@example.com' }
    const invited = (await program.api.post('/customers:invite', person)).body.data
    signIn()
    shop.page = { ...shop.page, body: widget('token-url="/referral-token"') }
    const account = await world.visit(shop.url)
    await account
      .browserContext()
      .overridePermissions(shop.url, ['clipboard-read', 'clipboard-write'])
    await click(account, 'Copy')
    await expect.poll(() => text(account)).toContain('Copied.')
    const link = await account.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(`${shop.url}?ref=bob`)
    expect(link).toBe(invited.referral_link)
    expect(await text(account)).toContain('Nobody yet.')

    const signUp = `po('customers', 'signup', { data: { key: 'user-2', name: 'Ada Lovelace' } })`
    shop.page = { ...shop.page, body: say(signUp) }
    const friend = await world.visit(link)
    await expect.poll(async () => (await program.api.get('/customers/user-2')).status).toBe(200)
    await friend.close()
    await program.api.post('/transactions', { customer: { id: 'user-2' }, key: 's', amount: 20 })

    shop.page = { ...shop.page, body: widget('token-url="/referral-token"') }
    await account.reload()
    await expect.poll(() => text(account)).toMatch(/Ada\s+bought/)
    expect(await text(account)).toMatch(/\$5 earned/)
    expect(await text(account)).not.toContain('Lovelace')
  })

  it('says that it cannot, and can after another try', async () => {
    shop.token = async () => 'expired'
    shop.page = { ...shop.page, body: widget('token-url="/referral-token"') }
    const page = await world.visit(shop.url)
    await expect.poll(() => text(page)).toContain('cannot be shown at the moment')
    expect(await accessibilityOf(page)).toEqual([])
    signIn()
    await click(page, 'Try again')
    await expect.poll(() => text(page)).toContain('Nobody yet.')
  })

  it('asks who is not signed in to do so, where the program gives no links to others', async () => {
    shop.page = { ...shop.page, body: widget('token-url="/referral-token"') }
    const page = await world.visit(shop.url)
    await expect.poll(() => text(page)).toContain('Sign in to get a link of your own.')
    expect(await text(page)).toContain('You get $5 for every purchase of a friend.')
  })

  it('gives somebody without an account a link for an e-mail address, where the program does', async () => {
    await program.api.put('/program', { portal_settings: { embeddable_form_enabled: true } })
    shop.page = { ...shop.page, body: widget('') }
    const page = await world.visit(shop.url)
    const field = await page.waitForSelector('::-p-aria([name="Your e-mail address"])')
    await field?.type('ada')
    await click(page, 'Get my link')
    await expect.poll(() => text(page)).toContain('Please enter an e-mail address')
    expect(await accessibilityOf(page)).toEqual([])
    await field?.type('@example.com')
    await page.keyboard.press('Enter')
    const link = await page.waitForSelector('::-p-aria([name="Your link"])')
    expect(await link?.evaluate((input) => (input as HTMLInputElement).value)).toMatch(
      /\?ref=\w{15}$/,
    )
    expect((await program.api.get('/customers/ada@example.com')).status).toBe(200)
  })

  it('shows what came of a later token without a new page', async () => {
    shop.page = { ...shop.page, body: widget('') }
    const page = await world.visit(shop.url)
    await expect.poll(() => text(page)).toContain('Sign in')
    const { token } = (await program.api.post('/customers/user-1/widget_token')).body.data
    await page.$eval('pollen-referrals', (it, token) => it.setAttribute('token', token), token)
    await expect.poll(() => text(page)).toContain('Nobody yet.')
  })

  it.each(looks)('is accessible at $width px in $theme', async (look) => {
    signIn()
    await addFriend('user-2', { name: 'Ada' }, 20)
    await addFriend('user-3', { email: 'zoe@example.com' })
    shop.page = { ...shop.page, body: widget('token-url="/referral-token"') }
    const page = await world.visit(shop.url, look)
    await expect.poll(() => text(page)).toContain('Ada')
    await takePicture(page, 'referral-widget', look)
    expect(await accessibilityOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      look.width,
    )
  })

  const [phone = { width: 360, theme: 'light' as const }] = looks

  it('speaks Japanese on a Japanese page', async () => {
    signIn()
    await addFriend('user-2', { name: '花子' }, 20)
    const body = widget('token-url="/referral-token"')
    shop.page = { attributes: 'lang="ja"', body }
    const page = await world.visit(shop.url, phone)
    await expect.poll(() => text(page)).toMatch(/花子\s+購入済み/)
    expect(await text(page)).toContain('お友だちが購入するたびに、あなたに$5が贈られます。')
  })

  it('runs from right to left where the page does, in the page’s own words', async () => {
    signIn()
    await addFriend('user-2', { name: 'ליאה' }, 20)
    const words = `<script>document.querySelector('pollen-referrals').texts = {
      title: 'הזמינו חברים', youGetForEvery: 'מקבלים {reward} על כל רכישה של חבר.',
      yourLink: 'הקישור שלכם', copy: 'העתקה', share: 'שיתוף', email: 'דוא״ל', friends: 'החברים שלכם',
      clicks: { other: 'ביקורים' }, signups: { other: 'הצטרפו' }, buyers: { other: 'קנו' },
      bought: 'רכישה', rewards: 'התגמולים שלכם', approved: 'נצבר' }</script>`
    shop.page = {
      attributes: 'lang="he" dir="rtl"',
      body: widget('token-url="/referral-token"') + words,
    }
    const page = await world.visit(shop.url, phone)
    await expect.poll(() => text(page)).toContain('הזמינו חברים')
    const { field, button } = await page.$eval('pollen-referrals', ({ shadowRoot }) => ({
      field: shadowRoot?.querySelector('input')?.getBoundingClientRect().right ?? 0,
      button: shadowRoot?.querySelector('button')?.getBoundingClientRect().right ?? 0,
    }))
    expect(button).toBeLessThanOrEqual(field)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
  })
})

describe('po() and the widget', () => {
  it('renderReferralForm puts it into a container that stands further down', async () => {
    signIn()
    const call = `po('renderReferralForm', { container: '#friends', program_id: '${program.id}', token_url: '/referral-token' })`
    shop.page = { ...shop.page, body: `${say(call)}<div id="friends"></div>` }
    const page = await world.visit(shop.url)
    await page.waitForSelector('#friends pollen-referrals')
    await expect.poll(() => text(page)).toContain('Nobody yet.')
  })

  it('renderReferralForm shows the link of a key that the page knows', async () => {
    const call = `po('renderReferralForm', { container: '#friends', program_id: '${program.id}', customer_key: 'bob' })`
    shop.page = { ...shop.page, body: `<div id="friends"></div>${say(call)}` }
    const page = await world.visit(shop.url)
    const link = await page.waitForSelector('::-p-aria([name="Your link"])')
    expect(await link?.evaluate((input) => (input as HTMLInputElement).value)).toBe(
      `${shop.url}?ref=bob`,
    )
  })

  const popup = (options: object) =>
    say(`po('showReferralPopup', ${JSON.stringify({ program_id: program.id, ...options })})`)

  const isOpen = (page: Page) => page.evaluate(() => !!document.querySelector('.pollen-popup'))

  /** What makes each trigger happen. */
  const acts: [string, object, (page: Page) => Promise<unknown>][] = [
    ['delay', { trigger: 'delay', delay: 10 }, async () => {}],
    [
      'exit_intent',
      { trigger: 'exit_intent' },
      async (page) => {
        await page.mouse.move(200, 200)
        await page.evaluate(() =>
          document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 })),
        )
      },
    ],
    [
      'scroll',
      { trigger: 'scroll', scroll: 40 },
      (page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight)),
    ],
    ['click', { trigger: 'click', selector: '#invite' }, (page) => page.click('#invite')],
  ]

  /** Something to scroll, and something to click. */
  const long = `<p><button id="invite">Invite</button></p>${'<p>Meadow</p>'.repeat(100)}`

  it.each(acts)(
    'showReferralPopup waits for %s, and for nothing else',
    async (name, options, act) => {
      shop.page = { ...shop.page, body: long + popup(options) }
      const page = await world.visit(shop.url)
      await page.waitForFunction(() => customElements.get('pollen-referrals'))
      if (name !== 'delay') expect(await isOpen(page)).toBe(false)
      await act(page)
      await expect.poll(() => text(page)).toContain('Invite your friends')
      expect(await stored(page)).toEqual([''])
    },
  )

  it('showReferralPopup is a dialog: it holds the focus, closes by Escape and gives the focus back', async () => {
    await program.api.put('/program', { portal_settings: { embeddable_form_enabled: true } })
    const body = `<p><button id="invite">Invite</button></p>${popup({ trigger: 'click', selector: '#invite' })}`
    shop.page = { ...shop.page, body }
    const page = await world.visit(shop.url)
    await page.waitForFunction(() => customElements.get('pollen-referrals'))
    await page.focus('#invite')
    await page.keyboard.press('Enter')
    await page.waitForSelector('::-p-aria([name="Your e-mail address"])')
    await takePicture(page, 'referral-popup', { width: 1600, theme: 'light' })
    expect(await accessibilityOf(page)).toEqual([])
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('pollen-popup')
    await page.keyboard.press('Escape')
    await expect.poll(() => isOpen(page)).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('invite')
    // Who asks for it gets it again.
    await page.keyboard.press('Enter')
    await expect.poll(() => isOpen(page)).toBe(true)
  })

  it('showReferralPopup leaves a visitor alone who has closed it, and stores nothing before', async () => {
    shop.page = { ...shop.page, body: long + popup({ delay: 10 }) }
    const page = await world.visit(shop.url)
    await expect.poll(() => isOpen(page)).toBe(true)
    expect(await stored(page)).toEqual([''])
    await click(page, 'Close')
    await expect.poll(() => isOpen(page)).toBe(false)
    expect(await stored(page)).toEqual([`pollen_${program.id}_popup`, ''])

    const shown = { trigger: 'click', selector: '#invite' }
    shop.page = { ...shop.page, body: long + popup({ delay: 0 }) + popup({ ...shown }) }
    await page.reload()
    await page.waitForFunction(() => customElements.get('pollen-referrals'))
    expect(await isOpen(page)).toBe(false)
  })

  it('showReferralPopup keeps nothing where visitors have to agree first', async () => {
    await program.api.put('/settings', { settings: { consent: 'required' } })
    shop.page = { ...shop.page, body: long + popup({ delay: 10 }) }
    const page = await world.visit(shop.url)
    await expect.poll(() => isOpen(page)).toBe(true)
    await click(page, 'Close')
    await expect.poll(() => isOpen(page)).toBe(false)
    expect(await stored(page)).toEqual([''])
  })

  it.each([
    [`po('showReferralPopup', { trigger: 'delay' })`, 'program_id is missing'],
    [
      `po('showReferralPopup', { program_id: 'X', trigger: 'hover' })`,
      'exit_intent, delay, scroll, click',
    ],
    [
      `po('renderReferralForm', { program_id: 'X', container: '#nowhere' })`,
      'no container #nowhere',
    ],
    [`po('renderReferalForm', {})`, 'renderReferralForm, showReferralPopup'],
  ])('%s is told on the console, with what would be right', async (call, hint) => {
    shop.page = { ...shop.page, body: say() }
    const page = await world.visit(shop.url)
    const warnings: string[] = []
    page.on('console', (message) => warnings.push(message.text()))
    await page.evaluate(call)
    await expect.poll(() => warnings.join('\n')).toContain(hint)
  })
})
