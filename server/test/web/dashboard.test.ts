import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { accessibilityOf } from './world/accessibility-of.js'
import { seedAside } from './world/seed-aside.js'
import { seedReaders } from './world/seed-readers.js'
import { seedShop } from './world/seed-shop.js'
import { signInAs } from './world/sign-in-as.js'
import { takePicture } from './world/take-picture.js'
import { useWebWorld } from './world/use-web-world.js'

describe('Each page of the dashboard', () => {
  const world = useWebWorld()
  let program: TestProgram
  let newsletter: TestProgram

  beforeAll(async () => {
    program = await createTestProgram(world.server, { name: 'Larkspur partners' })
    await seedShop(await world.server.database.open(), program)
    await seedAside(program.api)
    newsletter = await createTestProgram(world.server, { type: 'newsletter', name: 'The Larkspur' })
    await seedReaders(newsletter.api)
  })

  /** With what opens by a button there. */
  const opened = [
    ['menu', '', '[popovertarget=menu]', [360]],
    ['new-program', '', '::-p-aria(New program)', [1600]],
    ['new-partner', '/partners', '::-p-text(New partner)', [360, 1600]],
    ['sign-in-link', '/partners/jane', '::-p-text(Sign-in link)', [360, 1600]],
    ['refund', '/transactions/L-1001', '::-p-aria(Refund[role="button"])', [360, 1600]],
  ] as const

  const screens = [
    ['overview', ''],
    ['partners', '/partners'],
    ['partner', '/partners/jane'],
    ['customers', '/customers'],
    ['customer', '/customers/user_1'],
    ['transactions', '/transactions'],
    ['transaction', '/transactions/L-1001'],
    ['rewards', '/rewards'],
    ['payouts', '/payouts'],
    ['leads', '/leads'],
    ['coupons', '/coupons'],
    ['webhooks', '/webhooks'],
    ['api-keys', '/api-keys'],
    ['install', '/install'],
    ['settings', '/settings'],
  ] as const

  const ofReaders = [
    ['subscribers', '/subscribers'],
    ['readers-rewards', '/rewards'],
    ['readers-reward', '/rewards/1'],
  ] as const

  it.each([360, 1600])(
    'is whole and accessible at %d px, in light and in dark',
    async (width) => {
      const page = await signedInAt(width)
      const found: string[] = []
      for (const [name, path] of screens) {
        await open(page, path)
        expect(await failuresOn(page), name).toEqual([])
        found.push(...(await examine(page, name, width)))
        if (width === 360 && (await scrollsSideways(page))) found.push(`${name} is too wide`)
      }
      expect(found).toEqual([])
    },
    120_000,
  )

  it.each([360, 1600])(
    'of a newsletter is whole and accessible at %d px',
    async (width) => {
      const page = await world.visit('/health', { width, theme: 'light' })
      await signInAs(page, world.server, [newsletter.id])
      const found: string[] = []
      for (const [name, path] of ofReaders) {
        await open(page, path)
        expect(await failuresOn(page), name).toEqual([])
        found.push(...(await examine(page, name, width)))
        if (width === 360 && (await scrollsSideways(page))) found.push(`${name} is too wide`)
      }
      expect(found).toEqual([])
    },
    60_000,
  )

  it.each([360, 1600])(
    'is as accessible with its dialogs and its menu open at %d px',
    async (width) => {
      const page = await signedInAt(width)
      const found: string[] = []
      for (const [name, path, button, widths] of opened) {
        if (!widths.some((one) => one === width)) continue
        await open(page, path)
        await page.locator(button).click()
        await page.waitForSelector('dialog[open], :popover-open')
        found.push(...(await examine(page, name, width)))
      }
      expect(found).toEqual([])
    },
    60_000,
  )

  async function signedInAt(width: number): Promise<Page> {
    const page = await world.visit('/health', { width, theme: 'light' })
    await signInAs(page, world.server)
    return page
  }

  async function open(page: Page, path: string): Promise<void> {
    await page.goto(`${world.server.url}/dashboard${path}`)
    await page.waitForSelector('h1')
    await untilLoaded(page)
  }
})

/** Keeps a picture in each theme. @returns What is wrong there. */
async function examine(page: Page, name: string, width: number): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await showIn(page, theme)
    await takePicture(page, name, { width, theme })
    const problems = await accessibilityOf(page)
    found.push(...problems.map((problem) => `${name} in ${theme}: ${problem}`))
  }
  await showIn(page, 'light')
  return found
}

/** Whether that is needed on the narrowest screen of WCAG's reflow (1.4.10). */
async function scrollsSideways(page: Page): Promise<boolean> {
  const before = page.viewport()
  await page.setViewport({ width: 320, height: 780 })
  const isWider = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  await page.setViewport(before)
  return isWider
}

/** What a page says of requests that failed. */
const failuresOn = (page: Page) =>
  page.$$eval('[role=alert]', (alerts) => alerts.map(({ textContent }) => textContent))

const showIn = (page: Page, theme: 'light' | 'dark') =>
  page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])

/** Until nothing is on its way any more, nor waits for an idle moment as the overview's plot does. */
const untilLoaded = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('[aria-label=Loading]') === null &&
      (location.pathname !== '/dashboard' ||
        (document.querySelector('.overview-parts') !== null &&
          document.querySelector('.plot-place canvas') !== null)),
  )
