import type { HTTPRequest, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../helpers/create-test-program.js'
import { eventually } from '../helpers/eventually.js'
import { startMailServer } from '../helpers/start-mail-server.js'
import { accessibilityOf } from './world/accessibility-of.js'
import { looks } from './world/looks.js'
import { seedPartner } from './world/seed-partner.js'
import { signInAs } from './world/sign-in-as.js'
import { startShop } from './world/start-shop.js'
import { takePicture } from './world/take-picture.js'
import { useWebWorld } from './world/use-web-world.js'

/** Letters link there; whoever reads them here goes to the server under test. */
const PUBLIC_URL = 'http://pollen.example'

describe('The portal', () => {
  const mailServer = startMailServer()
  const shop = startShop()
  const world = useWebWorld(() => ({
    smtpUrl: mailServer.url,
    mailFrom: 'partners@shop.example',
    publicUrl: PUBLIC_URL,
  }))

  const openProgram = (website = 'https://teashop.example') =>
    createTestProgram(world.server, { name: 'Teashop', website })

  const letterTo = (email: string, number: number) =>
    eventually(() => {
      const letter = mailServer.letters.filter(({ recipient }) => recipient === email)[number]
      if (!letter) throw new Error(`There is no letter ${number} to ${email}.`)
      return letter
    })

  const pathOf = (link: string) => link.replace(PUBLIC_URL, '')

  const says = (page: Page, text: string) =>
    page.waitForSelector(`::-p-text(${text})`, { visible: true })

  const fill = (page: Page, label: string, value: string) =>
    page.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(value)

  const press = (page: Page, name: string) =>
    page.locator(`::-p-aria([name="${name}"][role="button"])`).click()

  const goTo = (page: Page, name: string) =>
    page.locator(`nav ::-p-aria([name="${name}"][role="link"])`).click()

  it('opens the only program there is, and asks where there are others', async () => {
    await openProgram()
    const page = await world.visit('/partners')
    await page.waitForSelector('::-p-aria([name="Sign in"][role="heading"])')

    // That one program alone lets people join makes nobody its partner.
    const { api } = await openProgram()
    await api.put('/settings', { settings: { partner_sign_up: 'open' } })
    await page.goto(`${world.server.url}/partners`)
    await page.waitForSelector('::-p-aria([name="Program ID"][role="textbox"])')
  })

  it('takes a partner from joining to a payout', async () => {
    const program = await openProgram(shop.url)
    await program.api.put('/settings', { settings: { partner_sign_up: 'approval' } })
    await shop.opensWith(world.server, program)

    const page = await world.visit(`/partners/${program.id}/sign-up`)
    await fill(page, 'First name', 'Pia')
    await fill(page, 'E-mail', 'pia@example.com')
    await press(page, 'Join')
    await says(page, 'A letter to pia@example.com tells what comes next.')
    expect((await letterTo('pia@example.com', 0)).subject).toBe('Your application to Teashop')

    await program.api.post('/partners/pia@example.com/approve')
    await page.goto(world.server.url + pathOf((await letterTo('pia@example.com', 1)).link))
    await fill(page, 'E-mail', 'pia@example.com')
    await press(page, 'Send me a link')
    await says(page, 'Look into your mailbox')
    await program.api.post('/commission_rules', {
      name: 'Pia',
      commission: '30%',
      sales: 'first',
      partner: { email: 'pia@example.com' },
    })
    await page.goto(world.server.url + pathOf((await letterTo('pia@example.com', 2)).link))
    await says(page, 'Hello Pia')
    await says(page, 'earns you 30 % of the first purchase.')
    expect(page.url()).toBe(`${world.server.url}/partners/${program.id}/`)

    await page
      .browserContext()
      .overridePermissions(world.server.url, ['clipboard-read', 'clipboard-sanitized-write'])
    await press(page, 'Copy link')
    await says(page, 'Copied')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(new RegExp(`^${shop.url}\\?aff=[0-9a-f]{10}$`))

    await goTo(page, 'Referrals')
    await says(page, 'Nobody yet')
    const visitor = await world.visit(link)
    await expect.poll(() => visitor.cookies()).toMatchObject([{}, {}])
    await visitor.locator('button').click()
    await says(visitor, 'Thank you')

    await page.goto(`${world.server.url}/partners/${program.id}`)
    await says(page, '$24.00')
    await goTo(page, 'Referrals')
    await says(page, 'V. V.')
    await goTo(page, 'Commissions')
    await says(page, 'Earned')

    await goTo(page, 'Profile')
    await fill(page, 'PayPal account', 'pia@pay.example')
    const form = await page.waitForSelector('form:has(select[name="gateway"])')
    await (await form?.waitForSelector('button[type="submit"]'))?.click()
    await says(page, 'Saved.')
    await page.locator('input[name="password"]').fill('Correct-horse-1')
    await press(page, 'Set password')
    await says(page, 'The password is set.')
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="password"]')?.value === '',
    )
    await goTo(page, 'Payouts')
    await press(page, 'Request $24.00')
    await says(page, 'Your payout is requested.')
    const { data } = (await program.api.get('/payout_requests')).body
    expect(data).toMatchObject([
      { status: 'requested', amount: 24, gateway: 'paypal', partner: { email: 'pia@example.com' } },
    ])

    const operator = await world.visit('/health')
    await signInAs(operator, world.server, [program.id])
    await operator.goto(`${world.server.url}/dashboard/payouts`)
    await press(operator, 'Approve request 1')
    await press(operator, 'Mark as paid: request 1')
    await operator.locator('dialog .danger').click()
    await says(operator, 'Request 1 is paid.')
    await page.reload()
    await page.waitForSelector('tbody ::-p-text(Paid)')

    await press(page, 'Sign out')
    await page.waitForSelector('::-p-aria([name="Sign in"][role="heading"])')
    expect(await page.cookies()).toEqual([])

    const { body } = await program.api.post('/partners:sign-in-url', { email: 'pia@example.com' })
    await page.goto(world.server.url + pathOf(body.data.url))
    await says(page, 'Hello Pia')
    await program.api.post('/partners/pia@example.com/archive')
    await goTo(page, 'Commissions')
    await page.waitForSelector('::-p-aria([name="Sign in"][role="heading"])')
  })

  describe.each(looks)('at $width px in $theme', (look) => {
    it('lets people in, accessibly', async () => {
      const program = await openProgram()
      await program.api.put('/settings', { settings: { partner_sign_up: 'open' } })
      const page = await world.visit(`/partners/${program.id}`, look)
      await page.waitForSelector('h1')
      await takePicture(page, 'portal-sign-in', look)
      expect(await accessibilityOf(page)).toEqual([])
      await page.locator('::-p-aria([name="Become a partner"][role="link"])').click()
      await says(page, 'Become a partner of Teashop')
      await says(page, 'earns you 30 % of each purchase')
      await takePicture(page, 'portal-sign-up', look)
      expect(await accessibilityOf(page)).toEqual([])
    })

    it('shows a partner what there is, accessibly', async () => {
      const { id, api } = await busyProgram()
      const { body } = await api.post('/partners:sign-in-url', { key: 'pia' })
      const page = await world.visit(pathOf(body.data.url), look)
      await says(page, 'Hello Pia')
      await page.waitForSelector('.uplot')
      await takePicture(page, 'portal-home', look)
      expect(await accessibilityOf(page)).toEqual([])
      for (const name of ['links', 'referrals', 'commissions', 'codes', 'payouts', 'profile']) {
        await page.goto(`${world.server.url}/partners/${id}/${name}`)
        await page.waitForSelector(name === 'profile' ? 'form' : 'table')
        await takePicture(page, `portal-${name}`, look)
        expect(await accessibilityOf(page)).toEqual([])
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth <= document.body.clientWidth,
          ),
          `${name} is not wider than the screen`,
        ).toBe(true)
      }
    })
  })

  it('says of an address that leads nowhere what to do about it', async () => {
    const page = await world.visit('/partners/NOSUCH01')
    await says(page, 'There is no such program')
    expect(await accessibilityOf(page)).toEqual([])
    await page.locator('::-p-aria([name="Which program?"][role="link"])').click()
    await page.waitForSelector('::-p-aria([name="Program ID"][role="textbox"])')
    // As somebody may type it.
    await page.goto(`${world.server.url}/partners/${(await openProgram()).id.toLowerCase()}`)
    await page.waitForSelector('::-p-aria([name="Sign in"][role="heading"])')
  })

  it('shows that it is loading, and that the server is away until it is back', async () => {
    const { id } = await openProgram()
    const page = await world.visit('/partners')
    let answers = (_request: HTTPRequest) => {}
    await page.setRequestInterception(true)
    page.on('request', (request) =>
      request.url().includes('/portal/v1') ? answers(request) : request.continue(),
    )
    const waiting: HTTPRequest[] = []
    answers = (request) => waiting.push(request)
    await page.goto(`${world.server.url}/partners/${id}`)
    await page.waitForSelector('[role="status"][aria-label="Loading"]')
    expect(await accessibilityOf(page)).toEqual([])
    answers = (request) => request.abort()
    for (const request of waiting) request.abort()
    await says(page, 'The server cannot be reached.')
    expect(await accessibilityOf(page)).toEqual([])
    answers = (request) => request.continue()
    await press(page, 'Try again')
    await page.waitForSelector('::-p-aria([name="Sign in"][role="heading"])')
  })

  it('asks before it deletes a link, and leaves the focus where it was', async () => {
    const { id, api } = await busyProgram()
    const { body } = await api.post('/partners:sign-in-url', { key: 'pia' })
    const page = await world.visit(pathOf(body.data.url))
    await says(page, 'Hello Pia')
    await page.goto(`${world.server.url}/partners/${id}/links`)
    await press(page, 'Delete pia-newsletter')
    await says(page, 'is credited to nobody')
    expect(await accessibilityOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('dialog') === null)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Delete pia-newsletter',
    )

    // Whose session has ended meanwhile signs in again.
    const browser = page.browserContext()
    await browser.deleteCookie(...(await browser.cookies()))
    await press(page, 'Delete pia-newsletter')
    await page.locator('dialog .danger').click()
    await page.waitForSelector('::-p-aria([name="Sign in"][role="heading"])')
    await says(page, 'Your session has ended.')
  })

  let busy: ReturnType<typeof makeBusyProgram> | undefined
  const busyProgram = () => {
    busy ??= makeBusyProgram()
    return busy
  }

  async function makeBusyProgram() {
    const program = await openProgram()
    await seedPartner(world.server, program)
    return program
  }
})
