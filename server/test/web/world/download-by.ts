import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'

/** Clicks at something that saves a file. @returns What is in it. */
export async function downloadBy(page: Page, selector: string, name: string): Promise<string> {
  const downloadPath = mkdtempSync(join(tmpdir(), 'pollen-download-'))
  try {
    const browser = await page.browser().target().createCDPSession()
    const browserContextId = page.browserContext().id
    if (!browserContextId) throw new Error('The page is in no context of its own.')
    const behavior = 'allow'
    await browser.send('Browser.setDownloadBehavior', { behavior, downloadPath, browserContextId })
    await page.locator(selector).click()
    const file = join(downloadPath, name)
    // It has its name once it is whole.
    await expect.poll(() => existsSync(file)).toBe(true)
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(downloadPath, { recursive: true, force: true })
  }
}
