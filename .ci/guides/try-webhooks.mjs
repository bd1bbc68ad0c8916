import assert from 'node:assert/strict'
import { blocksOf } from './blocks-of.mjs'
import { runCommands } from './try-commands.mjs'
import { until } from './until.mjs'

/** The guide's receiver is told of a customer, believes it, and refuses what somebody else has signed. */
export async function tryWebhooks(world) {
  const { api, env } = await world.createProgram()
  const blocks = Object.fromEntries(blocksOf('webhooks'))
  const app = world.write('webhooks', [['receiver.mjs', blocks['receiver.mjs']]])
  await api('POST', '/partners', { key: 'jane', email: 'jane@partners.example' })

  await runCommands('webhooks', env)
  const { data } = await api('GET', '/webhooks/back_end')
  const secret = { POLLEN_WEBHOOK_SECRET: data.signature }
  const { url, output } = await world.start(app, { ...env, ...secret }, () => [
    'node',
    'receiver.mjs',
  ])
  await api('PUT', '/webhooks/back_end', { url: `${url}/webhooks/pollen` })
  await api('POST', '/customers', { key: 'user_1', partner: { key: 'jane' } })
  await until(async () => /customer\.created user_1/.test(output()), true)

  const forged = await fetch(`${url}/webhooks/pollen`, {
    method: 'POST',
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
    },
    body: '{"event":"customer.created"}',
  })
  assert.equal(forged.status, 400)
}
