// `npm run demo`: a pollen-server, a shop that uses it, and links to try.
import { mkdir } from 'node:fs/promises'
import { assertPortFree } from './launch/assert-port-free.mjs'
import { readConfig } from './launch/config.mjs'
import { resetData } from './launch/reset-data.mjs'
import { seed } from './launch/seed.mjs'
import { startPollenServer } from './launch/start-pollen-server.mjs'
import { whenNpmEnds } from './launch/when-npm-ends.mjs'
import { startShop } from './start-shop.mjs'

/** What was started, to be stopped in the opposite order. */
/** @type {(() => Promise<void>)[]} */
const running = []

let isStopping = false

/** @param {number} exitCode */
async function stop(exitCode) {
  if (isStopping) return
  isStopping = true
  while (running.length > 0) await running.pop()?.()
  process.exit(exitCode)
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => stop(0))
}
whenNpmEnds(() => stop(0))

async function start() {
  const { port, shopPort, dataFolder, isReset } = readConfig(process.env, process.argv.slice(2))
  const shopUrl = `http://localhost:${shopPort}`
  await assertPortFree(port, 'PORT', 'pollen-server')
  await assertPortFree(shopPort, 'SHOP_PORT', 'the shop')
  if (isReset) await resetData(dataFolder)
  await mkdir(dataFolder, { recursive: true })

  const server = await startPollenServer({ port, dataFolder })
  running.push(server.stop)
  server.ended.then(() => {
    if (!isStopping) console.error('pollen-server has ended, and the demo ends with it.')
    stop(1)
  })
  const programs = await seed({ pollenUrl: server.url, shopUrl, dataFolder })
  const shop = await startShop({
    port: shopPort,
    pollenUrl: server.url,
    programs,
    dataFolder,
  })
  running.push(shop.stop)

  console.log(greeting({ serverUrl: server.url, shopUrl, programs }))
}

/** @param {{ serverUrl: string, shopUrl: string, programs: import('./launch/seed.mjs').Programs }} demo */
const greeting = ({ serverUrl, shopUrl, programs: { links, jane, account, ...programs } }) => `
  Jane is a partner and earns 30 % of each sale:   ${links.partner}
  Sam is a customer and gets $5.00 for a friend:   ${links.friend}

  Where anybody gets such a link:                  ${shopUrl}/friends

  Jane's own pages:                                ${serverUrl}/partners/${programs.affiliate.public_id}
  where she signs in with:                         ${jane.email}  ${jane.password}

  The operator's dashboard:                        ${serverUrl}/dashboard
  where one signs in with:                         ${account.email}  ${account.password}

  Watch each step and the request behind it:       ${shopUrl}/journey
  The shop without anybody's link:                 ${shopUrl}
${
  programs.shopUrl === shopUrl
    ? ''
    : `
  The links of this data lead to ${programs.shopUrl}, where the shop was at first.
  To move them here, start afresh with: npm run demo -- --reset
`
}
ready: the shop on ${shopUrl}, pollen-server on ${serverUrl}. Ctrl-C stops both.`

try {
  await start()
} catch (error) {
  if (!isStopping) console.error(error instanceof Error ? error.message : error)
  await stop(1)
}
