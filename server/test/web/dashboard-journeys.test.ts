import { sql } from 'kysely'
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { aClick } from '../helpers/a-click.js'
import { createTestAccount, signedIn } from '../helpers/create-test-account.js'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { downloadBy } from './world/download-by.js'
import { keepSession, signInAs } from './world/sign-in-as.js'
import { focused, tabTo } from './world/tab-to.js'
import { useWebWorld } from './world/use-web-world.js'

describe('An operator', () => {
  const world = useWebWorld()

  /** Somebody who looks after one new program is at this place of the dashboard. */
  async function arrive(path: string, { id }: TestProgram): Promise<Page> {
    const page = await world.visit('/health')
    await signInAs(page, world.server, [id])
    await page.goto(`${world.server.url}/dashboard${path}`)
    return page
  }

  it('signs in, approves the partner who waits, and signs out', async () => {
    const { server } = world
    const { id, api } = await createTestProgram(server)
    await api.post('/partners', { id: 'noor', email: 'noor@blog.example', approved: false })
    const { email, password } = await createTestAccount(server, [id])

    const page = await world.visit('/dashboard/partners')
    await page.locator('::-p-aria(E-mail)').fill(email)
    await page.locator('::-p-aria(Password)').fill(password)
    await page.keyboard.press('Enter')
    await page.locator('::-p-aria(Approve noor@blog.example)').click()
    await page.waitForSelector('::-p-text(noor@blog.example is a partner now.)')
    await page.waitForSelector('::-p-aria(Approve noor@blog.example)', { hidden: true })
    expect((await api.get('/partners/noor')).body.data.status).toBe('active')

    await page.locator('::-p-aria(Sign out)').click()
    await page.waitForSelector('::-p-aria(Password)')
    expect(await page.$('[role=alert]')).toBeNull()
  })

  it('goes all the way by keyboard alone', async () => {
    const { server } = world
    const { id, api } = await createTestProgram(server)
    const { email, password } = await createTestAccount(server, [id])
    const page = await world.visit('/')
    await page.waitForSelector('form')
    await tabTo(page, 'E-mail')
    await page.keyboard.type(email)
    expect(await tabTo(page, 'Password')).toEqual(['Password'])
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.waitForSelector('nav')

    // Round the page, from its heading to its end, and on from its beginning.
    await tabTo(page, 'Skip to the page')
    expect((await tabTo(page, 'Partners')).slice(-2)).toEqual(['Overview', 'Partners'])
    await page.keyboard.press('Enter')
    await page.waitForSelector('::-p-text(No partners yet)')
    await tabTo(page, 'New partner')
    await page.keyboard.press('Enter')

    // A dialog keeps the focus until Escape closes it, and then gives it back.
    await page.waitForSelector('dialog[open]')
    for (let key = 0; key < 12; key += 1) {
      await page.keyboard.press('Tab')
      const isWithin = await page.evaluate(
        () =>
          // Behind the last field comes the browser itself.
          document.activeElement === document.body ||
          document.activeElement?.closest('dialog') !== null,
      )
      expect(isWithin).toBe(true)
    }
    await page.keyboard.press('Escape')
    // Gone, not only closed: what is pressed before that would open the one that goes.
    await page.waitForFunction(() => document.querySelector('dialog') === null)
    expect(await focused(page)).toMatchObject({ name: 'New partner' })

    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog[open]')
    await tabTo(page, 'E-mail')
    await page.keyboard.type('jane@blog.example')
    await page.keyboard.press('Enter')
    await page.waitForSelector('::-p-text(jane@blog.example is a partner.)')
    await page.waitForFunction(() => document.activeElement?.textContent === 'jane@blog.example')
    await tabTo(page, 'Archive')
    await page.keyboard.press('Enter')
    await page.waitForSelector('::-p-text(Undo)')
    expect((await api.get('/partners')).body.data).toHaveLength(1)
  })

  it('sees the first click as it happens', async () => {
    const program = await createTestProgram(world.server)
    await program.api.post('/partners', { key: 'jane', email: 'jane@blog.example', name: 'Jane' })
    const page = await arrive('', program)
    await page.waitForSelector('::-p-text(First steps)')
    await page.waitForSelector('::-p-text(Nothing has happened yet)')
    await page.waitForSelector('::-p-text(Live)')
    await page.waitForSelector('::-p-xpath(//button[contains(., "Clicks")]/small[. = "as before"])')

    const { status } = await program.events.post('/clicks', aClick('jane'))
    expect(status).toBe(201)
    await page.waitForSelector('::-p-xpath(//li[contains(., "Click through Jane")])')
    await page.waitForSelector('::-p-text(First steps)', { hidden: true })
  })

  it('refunds a sale, having been asked once, and finds it again', async () => {
    const program = await createTestProgram(world.server)
    await program.api.post('/partners', { key: 'jane', email: 'jane@blog.example' })
    const sale = { key: 'L-1', amount: 99.9, customer: { key: 'ada', partner: { key: 'jane' } } }
    await program.api.post('/transactions', { ...sale, options: { create_customer: true } })

    const page = await arrive('/transactions/L-1', program)
    await page.locator('::-p-aria(Refund[role="button"])').click()
    await page.locator('dialog ::-p-aria(Cancel)').click()
    expect((await program.api.get('/transactions/L-1')).status).toBe(200)

    await page.locator('::-p-aria(Refund[role="button"])').click()
    await page.locator('dialog .danger').click()
    await page.waitForSelector('::-p-text(The sale L-1 is refunded.)')
    expect((await program.api.get('/transactions/L-1')).status).toBe(404)
    await page.waitForSelector('.badge ::-p-text(refunded)')
    expect(await page.$('::-p-aria(Refund[role="button"])')).toBeNull()

    const { url } = world.server
    await page.goto(`${url}/dashboard/transactions`)
    const row = '::-p-xpath(//tr[contains(., "L-1")][contains(., "refunded")])'
    await page.waitForSelector(row)
    expect(await downloadBy(page, '::-p-text(CSV)', 'transactions.csv')).toContain(
      'L-1,sale,deleted,',
    )
    await page.select('select[aria-label=State]', 'standing')
    await page.waitForSelector('::-p-text(Nothing fits)')
    await page.select('select[aria-label=State]', 'refunded')
    await page.locator(`${row} >>> a`).click()
    await page.waitForFunction(() => location.pathname === '/dashboard/transactions/L-1')
    await page.goto(`${url}/dashboard/partners/jane`)
    await page.waitForSelector('::-p-text(No sale that stands)')
  })

  it('archives a partner, and takes it back', async () => {
    const program = await createTestProgram(world.server)
    await program.api.post('/partners', { id: 'jane', email: 'jane@blog.example' })
    const status = async () => (await program.api.get('/partners/jane')).body.data.status

    const page = await arrive('/partners/jane', program)
    await page.locator('::-p-text(Archive)').click()
    await page.waitForSelector('::-p-text(Undo)')
    await page.setOfflineMode(true)
    await page.locator('::-p-text(Undo)').click()
    await page.waitForSelector('.toast.bad ::-p-text(The server cannot be reached)')
    await page.setOfflineMode(false)
    await page.locator('.toast.bad ::-p-text(Undo)').click()
    await expect.poll(status).toBe('active')

    // A session that has ended is noticed by what is done, too; here all that is read has been.
    await page.waitForSelector('::-p-aria(Archive[role="button"])')
    await page.waitForNetworkIdle()
    const browser = page.browserContext()
    await browser.deleteCookie(...(await browser.cookies()))
    await page.locator('::-p-aria(Archive[role="button"])').click()
    await page.waitForSelector('::-p-aria(Password)')
    await page.waitForSelector('[role=alert] ::-p-text(Your session has ended)')
  })

  it('hands a partner who lost the password a link that signs them in once', async () => {
    const program = await createTestProgram(world.server)
    await program.api.post('/partners', { id: 'jane', email: 'jane@blog.example', name: 'Jane' })
    const page = await arrive('/partners/jane', program)
    await page.locator('::-p-aria(Sign-in link[role="button"])').click()
    await page.waitForSelector('dialog ::-p-text(It works once, for 15 minutes, until)')
    await page
      .browserContext()
      .overridePermissions(world.server.url, ['clipboard-read', 'clipboard-sanitized-write'])
    await page.locator('::-p-aria(Copy sign-in link)').click()
    await page.waitForSelector('dialog ::-p-text(Copied)')
    const link = await page.evaluate(() => navigator.clipboard.readText())

    const partner = await world.visit(link)
    await partner.waitForSelector('::-p-text(Hello Jane)')
    const late = await world.visit(link)
    await late.waitForSelector('::-p-text(This link was used before)')

    // Nobody gets in who is not active: there is no such button then.
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('dialog') === null)
    expect(await focused(page)).toMatchObject({ name: 'Sign-in link' })
    expect(await page.content()).not.toContain(link)
    await page.locator('::-p-aria(Archive[role="button"])').click()
    await page.waitForSelector('::-p-aria(Restore Jane)')
    expect(await page.$('::-p-text(Sign-in link)')).toBeNull()
  })

  it('is told by the server which field is wrong', async () => {
    const program = await createTestProgram(world.server)
    await program.api.post('/partners', { key: 'jane', email: 'jane@blog.example' })
    const page = await arrive('/partners', program)
    await page.locator('::-p-text(New partner)').click()
    await page.locator('dialog ::-p-aria(E-mail)').fill('jane@blog.example')
    await page.locator('dialog .main').click()
    await page.waitForSelector('dialog [aria-invalid=true]:focus')

    // What was written stays written.
    await page.goto(`${world.server.url}/dashboard/transactions`)
    await page.locator('::-p-text(Record a sale)').click()
    await page.locator('dialog ::-p-aria(Key of the customer)').fill('nobody')
    await page.locator('dialog ::-p-aria(Key of the sale)').fill('L-1')
    await page.locator('dialog ::-p-aria(Amount)').fill('5')
    await page.locator('dialog ::-p-aria(Currency)').fill('EUR')
    await page.locator('dialog .main').click()
    await page.waitForSelector('dialog [aria-invalid=true]:focus')
    expect(await page.$eval('input[name=amount_units]', (input) => input.value)).toBe('EUR')
  })

  it('is told what to do where there is nothing yet', async () => {
    const page = await arrive('/partners', await createTestProgram(world.server))
    await page.waitForSelector('::-p-text(No partners yet)')
    await page.goto(`${world.server.url}/dashboard/customers`)
    await page.waitForSelector('::-p-text(No customers yet)')
    expect(await page.$('search')).toBeNull()
  })

  it('turns the pages of many commission rules, and finds those of one partner', async () => {
    const program = await createTestProgram(world.server)
    await program.api.post('/partners', { id: 'jane', key: 'jane', email: 'jane@blog.example' })
    const partner = { key: 'jane' }
    await program.api.post('/commission_rules', { name: 'Hers', commission: '50%', partner })
    for (let number = 1; number <= 25; number += 1)
      await program.api.post('/commission_rules', { name: `Rule ${number}`, commission: '10%' })

    const page = await arrive('/settings', program)
    await page.waitForSelector('tbody ::-p-text(Rule 25)')
    // However long their labels are, the fields of a row stand at one height.
    const heights = await page.$$eval('.fields-2', (rows) =>
      rows.map((row) => {
        const tops = [...row.querySelectorAll('.input')].map(
          (input) => input.getBoundingClientRect().top,
        )
        return Math.max(...tops) - Math.min(...tops)
      }),
    )
    expect(heights.filter((height) => height < 1)).toHaveLength(3)
    await page.locator('::-p-text(Next)').click()
    await page.waitForSelector('tbody ::-p-text(Hers)')
    await page.locator('::-p-aria(Search commission rules)').fill('rule 7')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)

    await page.goto(`${world.server.url}/dashboard/partners/jane`)
    await page.locator('::-p-aria(Delete Hers[role="button"])').click()
    await page.locator('dialog .danger').click()
    await page.waitForSelector('::-p-text(Earns what the program pays.)')
    expect((await program.api.get('/commission_rules?limit=250')).body.data).toHaveLength(25)
  })

  it('finds one of many codes, links and webhooks, each list by itself', async () => {
    const program = await createTestProgram(world.server)
    const { api } = program
    const events = ['partner.created']
    for (const name of ['Books', 'Shop'])
      await api.post('/webhooks', { name, url: `https://${name.toLowerCase()}.example/in`, events })
    const discount = { coupon_discount_type: 'percent', coupon_duration_type: 'once' }
    for (const name of ['Tulips', 'Lilies'])
      await api.post('/coupons', {
        ...discount,
        name,
        coupon_discount_amount: 10,
        promotion_codes: [`${name}-10`],
      })
    await api.post('/partners', { id: 'jane', key: 'jane', email: 'jane@blog.example' })
    for (let number = 1; number <= 25; number += 1)
      await api.post('/partner_referral_links', { key: `jane-${number}`, partner: { key: 'jane' } })
    const rows = (page: Page) => page.$$eval('tbody tr', (rows) => rows.length)

    const page = await arrive('/webhooks', program)
    await page.locator('::-p-aria(Search webhooks)').fill('shop')
    await page.keyboard.press('Enter')
    await expect.poll(() => rows(page)).toBe(1)
    expect(await page.$('::-p-text(Next)')).toBeNull()
    const file = await downloadBy(page, '::-p-text(CSV)', 'webhooks.csv')
    expect(file).toContain(',Shop,https://shop.example/in,true,')
    expect(file).not.toContain('Books')

    await page.goto(`${world.server.url}/dashboard/coupons`)
    await page.locator('::-p-aria(Search promotion codes)').fill('tul')
    await page.keyboard.press('Enter')
    await expect.poll(() => rows(page)).toBe(2 + 1)
    await page.locator('::-p-aria(Search coupons)').fill('lil')
    await page.keyboard.press('Enter')
    await expect.poll(() => rows(page)).toBe(1 + 1)
    await page.waitForSelector('tbody ::-p-text(Tulips-10)')

    await page.goto(`${world.server.url}/dashboard/partners/jane`)
    await page.locator('::-p-aria(Search links)').fill('jane-17')
    await page.keyboard.press('Enter')
    await page.waitForSelector('tbody tr:only-child ::-p-text(aff=jane-17)')
  })

  it('finds the way from what is not there to what is', async () => {
    const program = await createTestProgram(world.server)
    const page = await arrive('/partners/nobody', program)
    for (const [path, list] of [
      ['/partners/nobody', 'All partners'],
      ['/customers/nobody', 'All customers'],
      ['/transactions/nothing', 'All transactions'],
      ['/webhooks/nothing', 'All webhooks'],
    ]) {
      await page.goto(`${world.server.url}/dashboard${path}`)
      await page.locator(`::-p-aria(${list})`).click()
      const there = `/dashboard${path?.slice(0, path.lastIndexOf('/'))}`
      await page.waitForFunction((there) => location.pathname === there, {}, there)
    }
  })

  it('of a newsletter finds its subscribers, and takes what was found home as a file', async () => {
    const program = await createTestProgram(world.server, { type: 'newsletter' })
    for (const name of ['Ada', 'Ben', 'Cleo'])
      await program.api.post('/subscribers', { name, email: `${name.toLowerCase()}@mail.example` })
    await program.api.post('/subscribers', { email: 'dan@mail.example', approved: false })
    const page = await arrive('', program)
    await page.waitForSelector('nav[aria-label=Main] a')
    expect(
      await page.$$eval('nav[aria-label=Main] a', (links) => links.map((a) => a.innerText)),
    ).toEqual(['Overview', 'Subscribers', 'Rewards', 'Install', 'Webhooks', 'API keys', 'Settings'])
    await page.locator('nav ::-p-text(Subscribers)').click()
    await page.locator('::-p-aria(Approve dan@mail.example)').click()
    await page.waitForSelector('::-p-text(dan@mail.example counts now.)')
    await page.locator('::-p-aria(Delete Cleo)').click()
    await page.locator('dialog .danger').click()
    await page.waitForSelector('::-p-text(Cleo is deleted.)')
    const left = (await program.api.get('/subscribers')).body.data
    expect(left.map(({ email, approved }: Record<string, unknown>) => [email, approved])).toEqual([
      ['dan@mail.example', true],
      ['ben@mail.example', true],
      ['ada@mail.example', true],
    ])
    await page.locator('::-p-aria(Search subscribers)').fill('ben@mail.example')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)

    const [head, ...rows] = (await downloadBy(page, '::-p-text(CSV)', 'subscribers.csv'))
      .trimEnd()
      .split('\n')
    expect(head).toMatch(/^\ufeffid,key,email,name,status,/)
    expect(rows).toEqual([expect.stringMatching(/,ben@mail\.example,Ben,Active,/)])
  })

  it('of a newsletter says what readers earn, sees who earned it, and ends it', async () => {
    const program = await createTestProgram(world.server, { type: 'newsletter' })
    const page = await arrive('/rewards', program)
    await page.locator('::-p-text(No rewards yet)').wait()
    await page.locator('::-p-text(New reward)').click()
    await page.locator('dialog ::-p-aria(Name)').fill('A mug')
    await page.locator('dialog ::-p-aria(What it is)').fill('Blue')
    await page.locator('dialog .main').click()
    await page.waitForSelector('::-p-text(The reward A mug is saved.)')

    const ann = await program.api.post('/subscribers', { name: 'Ann', email: 'ann@mail.example' })
    const referral = { key: ann.body.data.key }
    await program.api.post('/subscribers', { email: 'ben@mail.example', referral })
    await page.locator('tbody ::-p-text(A mug)').click()
    await page.waitForSelector('tbody ::-p-text(Ann)')
    const file = await downloadBy(page, '::-p-text(CSV)', 'rewards-1-subscribers.csv')
    expect(file).toMatch(/,ann@mail\.example,Ann,/)

    await page.locator('::-p-aria(Change[role="button"])').click()
    await page.locator('dialog ::-p-aria(What it is)').fill('')
    await page.locator('dialog .main').click()
    await page.waitForSelector('dialog', { hidden: true })
    await page.locator('::-p-aria(Archive[role="button"])').click()
    await page.waitForSelector('::-p-text(Nobody earns A mug any more.)')
    const kept = { name: 'A mug', description: null, status: 'archived', times_triggered: 1 }
    expect((await program.api.get('/rewards/1')).body.data).toMatchObject(kept)
    await page.locator('::-p-text(Undo)').click()
    await page.waitForSelector('::-p-aria(Archive[role="button"])')
  })

  it('whose programs are all gone is told who can help', async () => {
    const page = await world.visit('/health')
    const db = await world.server.database.open()
    const account = await createTestAccount(world.server)
    await db
      .updateTable('account')
      .set({ every_program: 0 })
      .where('uid', '=', account.uid)
      .execute()
    await keepSession(page, world.server, await signedIn(world.server, account))
    await page.goto(`${world.server.url}/dashboard`)
    await page.waitForSelector('::-p-text(pollen-server account create)')
  })

  describe('with 100,000 customers', () => {
    let program: TestProgram

    beforeAll(async () => {
      program = await createTestProgram(world.server)
      await fillCustomers(program.id)
    })

    async function fillCustomers(id: string) {
      await sql`
        insert into customer (program_id, uid, id, key, email, email_folded, name, tags, metadata,
          source, is_named, created_at, updated_at)
        with recursive number (i) as (select 1 union all select i + 1 from number where i < 100000)
        select ${id}, printf('00000000-0000-7000-8000-%012d', i), 'c' || i, 'c' || i,
          'c' || i || '@mail.example', 'c' || i || '@mail.example', 'Ada', '[]', '{}', 'api', 1,
          ${Date.now()} - i * 1000, ${Date.now()} from number`.execute(
        await world.server.database.open(),
      )
    }

    it('is told where a list of the best leaves something out', async () => {
      const page = await arrive('', program)
      await page.waitForSelector('::-p-text(Counted since)')
    })

    it('finds one of them, and turns the pages', async () => {
      const page = await arrive('/customers', program)
      await page.waitForSelector('tbody tr:nth-child(25)')
      await page.locator('::-p-text(Next)').click()
      await page.waitForSelector('::-p-text(26 to 50)')
      expect(page.url()).toContain('page=2')
      await page.locator('input[type=search]').fill('c77777@mail.example')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)
      await page.waitForSelector('tbody ::-p-text(c77777@mail.example)')
    })

    it('is told when the server is out of reach, and asks again', async () => {
      const page = await arrive('/customers', program)
      await page.waitForSelector('tbody')
      await page.setOfflineMode(true)
      await page.locator('input[type=search]').fill('c1@mail.example')
      await page.keyboard.press('Enter')
      await page.waitForSelector('::-p-text(The server cannot be reached)')
      await page.setOfflineMode(false)
      await page.locator('::-p-text(Try again)').click()
      await page.waitForSelector('tbody ::-p-text(c1@mail.example)')
    })
  })
})
