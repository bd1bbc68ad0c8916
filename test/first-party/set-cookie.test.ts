import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { createClient, createFirstParty, toNodeListener } from '../../src/node/index.js'
import { launchBrowser } from '../browser/launch-browser.js'
import { listen } from '../node/helpers/listen.js'
import { startPollenServer } from '../node/helpers/start-pollen-server.js'

/** Our own writing of the stub's contract; the settings in the page say one day. */
const page = (program: string) => `<!doctype html><title>Shop</title><script>
  window.__partnerObject = 'po'
  function bind(q) {
    return function () {
      var call = { a: arguments, q: [] }, pushed = q.push(call)
      return typeof pushed === 'number' ? bind(call.q) : pushed
    }
  }
  var queue = []
  window.po = bind(queue)
  window.po.q = queue
  po('settings', 'assets_host', location.origin + '/garden')
  po('program', '${program}', 'load', { type: 'affiliate', query_param: 'aff', cookie_time: 1 })
</script><script async src="/garden/bee.js"></script>`

it('in a browser, the cookies of the script become those of the site’s own server', async () => {
  const server = await startPollenServer()
  const { public_id, api_key } = server.affiliate
  const client = createClient({ apiKey: api_key, host: server.url })
  await client.partners.create({ email: 'jane@example.com', key: 'jane' })
  const firstParty = createFirstParty({
    host: server.url,
    programs: [public_id],
    path: '/garden',
    scriptName: 'bee',
  })
  const listener = toNodeListener(firstParty)
  const site = createServer((request, response) =>
    listener(request, response, () => {
      response.setHeader('content-type', 'text/html')
      response.end(page(public_id))
    }),
  )
  const { port } = new URL(await listen(site))
  const browser = await launchBrowser('chromium', '--host-resolver-rules=MAP *.example 127.0.0.1')
  onTestFinished(async () => {
    await browser.close()
    await server.close()
  })
  const tab = await browser.newPage()
  await tab.goto(`http://www.shop.example:${port}/?aff=jane`)

  const cookies = async () =>
    (await browser.cookies()).map(({ name, domain, expires }) => ({
      name,
      domain,
      days: Math.round((expires - Date.now() / 1000) / 86_400),
    }))
  const scope = { domain: '.shop.example', days: 30 }
  await expect.poll(cookies).toEqual([
    { name: 'partnero_partner', ...scope },
    { name: 'partnero_session_uuid', ...scope },
  ])
})
