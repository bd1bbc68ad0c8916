import type { TestProject } from 'vitest/node'
import { findBrowser } from '../../src/verify/find-browser.js'
import { npmChromium } from './npm-chromium.js'

/**
 * Finds the browsers of this run, once for all its files: what `POLLEN_BROWSER` names for
 * everything; else npm's Chromium, the same everywhere and four times as fast as one with windows,
 * and an installed browser for the journeys. Where one is missing, the other stands in for it.
 *
 * @throws One sentence where there is none.
 */
export default async function setup(project: TestProject): Promise<void> {
  const named = process.env.POLLEN_BROWSER
  const installed = asProgram(named || findBrowser())
  const chromium = (named ? installed : await npmChromium()) ?? installed
  if (!chromium) {
    throw new Error('No browser was found: install Chrome, or name one in POLLEN_BROWSER.')
  }
  project.provide('chromium', chromium)
  project.provide('browser', installed ?? chromium)
}

const asProgram = (path: string | undefined) => (path ? { path, env: {} } : undefined)
