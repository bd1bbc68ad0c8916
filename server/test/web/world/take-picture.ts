import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import type { Look } from './looks.js'

/** Git does not see it. */
const FOLDER = new URL('../../../../.cache/pictures/', import.meta.url)

/** Keeps what the page shows, all of its length: `.cache/pictures/sign-in-360-dark.png`. */
export async function takePicture(page: Page, name: string, { width, theme }: Look): Promise<void> {
  const path = fileURLToPath(new URL(`${name}-${width}-${theme}.png`, FOLDER))
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path: path as `${string}.png`, fullPage: true })
}
