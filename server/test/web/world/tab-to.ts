import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'

/** What has the focus: how it is called, and whether one sees that it has it. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const name =
      element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent
    return {
      tag: element.tagName,
      name: name?.trim(),
      isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
    }
  })

/** Presses Tab until this has the focus. @returns What had it on the way, seen each time. */
export async function tabTo(page: Page, name: string): Promise<(string | undefined)[]> {
  const way: (string | undefined)[] = []
  for (let key = 0; key < 60; key += 1) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    // Between the last and the first of a page there is the browser itself.
    if (here.tag === 'BODY') continue
    expect(here).toMatchObject({ isSeen: true })
    way.push(here.name)
    if (here.name === name) return way
  }
  throw new Error(`Tab never came to "${name}", but to ${way.join(', ')}.`)
}
