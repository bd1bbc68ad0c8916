import { launchChromium } from './chromium.js'
import { ENGINE_NAMES, type EngineName, type Launch } from './engine.js'
import { launchFirefox } from './firefox.js'
import { launchWebKit } from './webkit.js'

/** How each engine is started. */
export const launchEngine: Record<EngineName, Launch> = {
  chromium: launchChromium,
  firefox: launchFirefox,
  webkit: launchWebKit,
}

/**
 * The engines of this run: `POLLEN_ENGINES=chromium,firefox,webkit`, by default the one that every
 * machine has or npm brings.
 *
 * @throws For a name that is none of them.
 */
export const enginesOfThisRun: EngineName[] = (process.env.POLLEN_ENGINES || 'chromium')
  .split(',')
  .map((name) => {
    const known = ENGINE_NAMES.find((engine) => engine === name)
    if (known) return known
    throw new Error(`POLLEN_ENGINES is a list of ${ENGINE_NAMES.join(', ')}, not "${name}".`)
  })
