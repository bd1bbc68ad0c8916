// Runs the code of the guides, taken from their Markdown, each in its own framework, against a real
// server and in a real browser: `node .ci/guides.mjs [guide…]`. PHP, Django, Sinatra and Puma have to
// be installed; `npm ci --prefix .ci` brings Vue.

import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { blocksOf } from './guides/blocks-of.mjs'
import { createWorld } from './guides/create-world.mjs'
import { BACK_ENDS, tryBackEnd } from './guides/try-back-end.mjs'
import { COMMAND_GUIDES, tryCommands } from './guides/try-commands.mjs'
import { tryMobileApps } from './guides/try-mobile-apps.mjs'
import { PAGE_GUIDES, tryPage } from './guides/try-page.mjs'
import { tryWebhooks } from './guides/try-webhooks.mjs'

const TRIALS = {
  ...Object.fromEntries(COMMAND_GUIDES.map((guide) => [guide, tryCommands])),
  ...Object.fromEntries(PAGE_GUIDES.map((guide) => [guide, tryPage])),
  ...Object.fromEntries(Object.keys(BACK_ENDS).map((guide) => [guide, tryBackEnd])),
  webhooks: tryWebhooks,
  'mobile-apps': tryMobileApps,
}

const untried = readdirSync('docs/guides')
  .map((name) => name.replace(/\.md$/, ''))
  .filter((guide) => blocksOf(guide).length > 0 && !TRIALS[guide])
assert.deepEqual(untried, [], 'These guides have code that nothing runs.')

const wanted = process.argv.slice(2)
const world = await createWorld()
try {
  for (const guide of wanted.length > 0 ? wanted : Object.keys(TRIALS)) {
    try {
      await TRIALS[guide](world, guide)
      console.log(`✓ ${guide}`)
    } catch (error) {
      process.exitCode = 1
      console.error(`✗ ${guide}: ${error.stack}`)
    }
  }
} finally {
  await world.close()
}
