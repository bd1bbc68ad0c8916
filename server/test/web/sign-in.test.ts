import { describe, expect, it } from 'vitest'
import { aClick } from '../helpers/a-click.js'
import { createTestAccount } from '../helpers/create-test-account.js'
import { accessibilityOf } from './world/accessibility-of.js'
import { looks } from './world/looks.js'
import { takePicture } from './world/take-picture.js'
import { useWebWorld } from './world/use-web-world.js'

describe('The sign-in page', () => {
  const world = useWebWorld()

  it('stands at every address of the dashboard, and loads nothing but files of its own', async () => {
    const page = await world.visit('/dashboard/partners/jane?page=2')
    await page.waitForSelector('::-p-aria(Sign in[role="heading"])')
    // The page itself asks who is signed in, and its script does not ask again.
    const asked = await page.evaluate(
      () => performance.getEntriesByName(new URL('/auth/v1/session', location.href).href).length,
    )
    expect(asked).toBe(1)
    const answer = await fetch(`${world.server.url}/dashboard/partners/jane`)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
    const [asset] = (await answer.text()).match(/\/web\/assets\/[^"]+\.js/) ?? []
    const script = await fetch(new URL(asset ?? '', world.server.url), {
      headers: { 'accept-encoding': 'br' },
    })
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-encoding')).toBe('br')
  })

  it('says what is wrong, and how an account is made', async () => {
    const page = await world.visit('/dashboard')
    await page.locator('::-p-aria(E-mail)').fill('nobody@shop.example')
    await page.locator('::-p-aria(Password)').fill('not my password')
    await page.locator('button::-p-text(Sign in)').click()
    await page.waitForSelector('[role=alert]')
    await page.locator('summary').click()
    await page.waitForSelector('::-p-text(pollen-server account create)')
  })

  it('leads to the first program, its key, and the first click on a new server', async () => {
    const { email, password } = await createTestAccount(world.server)
    const page = await world.visit('/dashboard')
    await page.locator('::-p-aria(E-mail)').fill(email)
    await page.locator('::-p-aria(Password)').fill(password)
    await page.keyboard.press('Enter')
    await page.locator('::-p-text(Make a program)').click()
    await page.locator('dialog ::-p-aria(Name)').fill('Larkspur')
    await page.locator('dialog ::-p-aria(Website)').fill('https://larkspur.example')
    await page.locator('dialog ::-p-aria(Commission)').fill('a lot')
    await page.locator('dialog .main').click()
    await page.waitForSelector('dialog [name=commission][aria-invalid=true]')
    await page.locator('dialog ::-p-aria(Commission)').fill('12.5%')
    await page.locator('dialog .main').click()

    const key = await page.waitForSelector('dialog code')
    const apiKey = await key?.evaluate(({ textContent }) => textContent)
    await page.keyboard.press('Escape')
    await page.waitForSelector('::-p-text(Waiting for the first click)')
    await page.waitForSelector('::-p-text(every page of larkspur.example)')
    expect(new URL(page.url()).pathname).toBe('/dashboard/install')

    const id = apiKey?.split('_')[1]
    const events = `${world.server.url}/pub/v1/programs/${id}/clicks`
    const click = JSON.stringify(aClick('nobody'))
    const headers = { origin: 'https://larkspur.example', 'content-type': 'text/plain' }
    expect((await fetch(events, { method: 'POST', headers, body: click })).status).toBe(201)
    await page.waitForSelector('::-p-text(It works)')
  })

  it.each(looks)('is accessible at $width px in $theme', async (look) => {
    const page = await world.visit('/dashboard', look)
    await page.waitForSelector('form')
    await takePicture(page, 'sign-in', look)
    expect(await accessibilityOf(page)).toEqual([])
  })
})
