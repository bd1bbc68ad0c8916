import { createServer } from 'node:http'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient, createFirstParty, toNodeListener } from '../../src/node/index.js'
import { launchBrowser } from '../browser/launch-browser.js'
import { type PollenServer, startPollenServer } from '../node/helpers/start-pollen-server.js'

let server: PollenServer
let browser: Browser
let site: ReturnType<typeof createServer>
/** What the site's pages show. */
let body = ''

beforeAll(async () => {
  server = await startPollenServer()
  const { public_id, api_key } = server.friends
  const client = createClient({ apiKey: api_key, host: server.url })
  await client.customers.create({ id: 'user-1', key: 'bob' })
  await fetch(`${server.url}/v1/program`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${api_key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ portal_settings: { embeddable_form_enabled: true } }),
  })
  const programs = [public_id]
  const firstParty = createFirstParty({ host: server.url, programs, path: '/garden' })
  const listener = toNodeListener(firstParty)
  site = createServer((request, response) =>
    listener(request, response, async () => {
      const isToken = request.url === '/referral-token'
      // Nothing but the site itself may be asked: the browser sees to it.
      response.setHeader('content-security-policy', "default-src 'self' 'unsafe-inline'")
      response.setHeader('content-type', isToken ? 'application/json' : 'text/html')
      response.end(
        isToken
          ? JSON.stringify(await client.customers.widgetToken('bob'))
          : `<!doctype html><title>Shop</title>${body}`,
      )
    }),
  )
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  browser = await launchBrowser('chromium', '--host-resolver-rules=MAP *.example 127.0.0.1')
}, 60_000)
afterAll(async () => {
  await browser.close()
  site.closeAllConnections()
  site.close()
  await server.close()
})

/** A page of the shop with this in it. */
async function show(html: string): Promise<Page> {
  body = html
  const { port } = Object(site.address())
  const page = await browser.newPage()
  await page.goto(`http://www.shop.example:${port}/`)
  return page
}

/** The snippet of the site, and what its page says. */
const say = (call: string) => `<script>
  window.__partnerObject = 'po'
  window.po = function () { po.q.push({ a: arguments, q: [] }); return { catch: function () {} } }
  po.q = []
  po('settings', 'assets_host', location.origin + '/garden')
  po('program', '${server.friends.public_id}', 'load')
  ${call}</script><script async src="/garden/site.js"></script>`

const link = async (page: Page) => {
  const field = await page.waitForSelector('::-p-aria([name="Your link"])')
  return field?.evaluate((input) => (input as HTMLInputElement).value)
}

it.each([
  ['beside the script', ''],
  ['with the path as its host', 'host="/garden"'],
])(
  '<pollen-referrals> shows a customer their link through the site itself, %s',
  async (_, host) => {
    const page = await show(`<script src="/garden/js/referrals.js"></script>
    <pollen-referrals ${host} program="${server.friends.public_id}" token-url="/referral-token">`)
    expect(await link(page)).toMatch(/\?ref=bob$/)
  },
)

it('renderReferralForm gives a stranger a link through the site itself', async () => {
  const page = await show(
    `<div id="friends"></div>${say(`po('renderReferralForm', { container: '#friends', program_id: '${server.friends.public_id}' })`)}`,
  )
  const field = await page.waitForSelector('::-p-aria([name="Your e-mail address"])')
  await field?.type('ada@example.com')
  await page.keyboard.press('Enter')
  expect(await link(page)).toMatch(/\?ref=\w{15}$/)
})

it('showReferralPopup shows its popup through the site itself', async () => {
  const page = await show(
    say(`po('showReferralPopup', { program_id: '${server.friends.public_id}', trigger: 'delay',
      delay: 0, customer_key: 'bob' })`),
  )
  expect(await link(page)).toMatch(/\?ref=bob$/)
})
