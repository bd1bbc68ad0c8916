import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { messagesAreTried } from '../helpers/messages-are-tried.js'
import { startReceiver } from '../helpers/start-receiver.js'
import { startTestServer } from '../helpers/start-test-server.js'

const HOOK = { key: 'crm', name: 'CRM', events: ['partner.created'] }

describe.each(databases)('a webhook on $name', (database) => {
  const receiver = startReceiver()
  const server = startTestServer(database)

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://017700000001/',
    'http://①②⑦.0.0.1/',
    'http://0/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd00::1]/',
    'http://localhost./',
    'http://user:password@localhost/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
  ])('may not lead to %s, new or changed', async (url) => {
    const { api } = await createTestProgram(server)
    const made = await api.post('/webhooks', { ...HOOK, url })
    await api.post('/webhooks', { ...HOOK, url: 'https://shop.example/hook' })
    const changed = await api.put('/webhooks/crm', { url })
    for (const { status, body } of [made, changed]) {
      expect(status).toBe(422)
      expect(body.errors).toEqual({ url: [expect.stringMatching(/^The url must /)] })
    }
  })

  it('that leads to this machine nevertheless is sent nothing, and says why', async () => {
    const { id, api } = await createTestProgram(server)
    await api.post('/webhooks', { ...HOOK, url: 'https://shop.example/hook' })
    const db = await server.database.open()
    const moved = db.updateTable('webhook').set({ url: `${receiver.url}/hook` })
    await moved.where('program_id', '=', id).execute()
    await api.post('/partners', { email: 'jane@example.com' })
    await messagesAreTried(api, 'crm')
    const { attempts } = (await api.get('/webhooks/crm/deliveries')).body.data[0]
    expect(attempts[0].error).toBe(
      '127.0.0.1 is not in the public internet, so nothing is sent there.',
    )
    expect(receiver.messages).toEqual([])
  })
})
