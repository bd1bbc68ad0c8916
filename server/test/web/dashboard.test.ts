import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { accessibilityOf } from './world/accessibility-of.js'
import { seedShop } from './world/seed-shop.js'
import { signInAs } from './world/sign-in-as.js'
import { takePicture } from './world/take-picture.js'
import { useWebWorld } from './world/use-web-world.js'

describe('Each page of the dashboard', () => {
  const world = useWebWorld()
  let program: TestProgram

  beforeAll(async () => {
    program = await createTestProgram(world.server, { name: 'Larkspur partners' })
    await seedShop(await world.server.database.open(), program)
  })

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

  it.each([360, 1600])(
    'is whole and accessible at %d px, in light and in dark',
    async (width) => {
      const page = await world.visit('/health', { width, theme: 'light' })
      await signInAs(page, world.server)
      const found: Record<string, string[]> = {}
      for (const [name, path] of screens) {
        await page.goto(`${world.server.url}/dashboard${path}`)
        await page.waitForSelector('h1')
        await untilLoaded(page)
        expect(await failuresOn(page), name).toEqual([])
        for (const theme of ['light', 'dark'] as const) {
          await showIn(page, theme)
          await takePicture(page, name, { width, theme })
          const problems = await accessibilityOf(page)
          if (problems.length > 0) found[`${name} in ${theme}`] = problems
        }
        await showIn(page, 'light')
      }
      expect(found).toEqual({})
    },
    120_000,
  )
})

/** What a page says of requests that failed. */
const failuresOn = (page: Page) =>
  page.$$eval('[role=alert]', (alerts) => alerts.map(({ textContent }) => textContent))

const showIn = (page: Page, theme: 'light' | 'dark') =>
  page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])

/** Until nothing is on its way any more. */
const untilLoaded = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[aria-label=Loading]') === null)
