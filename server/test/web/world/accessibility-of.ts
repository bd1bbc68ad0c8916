import axe from 'axe-core'
import type { Page } from 'puppeteer-core'

/** Levels A and AA of WCAG 2.2, and what axe holds to be good besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with the page as it stands, a line for each place. */
export async function accessibilityOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (rules) => window.axe.run(document, { runOnly: rules }),
    RULES,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} – ${target} – ${failureSummary}`),
  )
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
