import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { accessibilityOf } from './world/accessibility-of.js'
import { looks } from './world/looks.js'
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
    ['overview', '/'],
    ['partners', '/partners'],
    ['partner', '/partners/jane'],
    ['customers', '/customers'],
    ['customer', '/customers/user_1'],
    ['transactions', '/transactions'],
    ['payouts', '/payouts'],
    ['leads', '/leads'],
    ['coupons', '/coupons'],
    ['webhooks', '/webhooks'],
    ['api-keys', '/api-keys'],
    ['install', '/install'],
    ['settings', '/settings'],
  ] as const

  it.each(looks)(
    'is accessible at $width px in $theme',
    async (look) => {
      const page = await world.visit('/health', look)
      await signInAs(page, world.server)
      const found: Record<string, string[]> = {}
      for (const [name, path] of screens) {
        await page.goto(`${world.server.url}/dashboard${path === '/' ? '' : path}`)
        await page.waitForSelector('h1')
        await untilLoaded(page)
        await takePicture(page, name, look)
        const problems = await accessibilityOf(page)
        if (problems.length > 0) found[name] = problems
      }
      expect(found).toEqual({})
    },
    120_000,
  )
})

/** Until nothing is on its way any more. */
const untilLoaded = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[aria-label=Loading]') === null)
