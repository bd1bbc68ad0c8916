import { describe, expect, it } from 'vitest'
import { webhooksCommand } from '../../src/commands/webhooks.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { eventually } from '../helpers/eventually.js'
import { runCommand } from '../helpers/run-command.js'
import { startReceiver } from '../helpers/start-receiver.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases)('pollen-server webhook on $name', (database) => {
  const server = startTestServer(database, { allowPrivateWebhooks: true })
  const receiver = startReceiver()

  const run = (...args: string[]) => runCommand(webhooksCommand(), server, args)

  it('lists webhooks, shows their log and has a message sent again', async () => {
    const { id, api } = await createTestProgram(server)
    const hook = { key: 'crm', name: 'CRM', url: receiver.url, events: ['partner.created'] }
    await api.post('/webhooks', hook)
    await api.post('/partners', { email: 'jane@example.com' })
    expect(JSON.parse(await run('list', id, '--json'))).toMatchObject([hook])

    const message = await eventually(async () => {
      const [message] = JSON.parse(await run('log', id, 'crm', '--status', 'delivered', '--json'))
      expect(message).toMatchObject({ event: 'partner.created', attempts: [{ status_code: 200 }] })
      return message
    })
    const [before] = receiver.messages.slice(-1)
    expect(await run('resend', id, 'crm', message.id)).toContain('1 to be sent again')
    const same = () => receiver.messages.filter(({ body }) => body === before?.body)
    await expect.poll(same).toHaveLength(2)
    expect(await run('resend', id, 'crm')).toContain('0 to be sent again')
  })

  it('says which program or webhook there is not', async () => {
    const { id } = await createTestProgram(server)
    await expect(run('list', 'NOPROGRA')).rejects.toThrow('There is no program NOPROGRA')
    await expect(run('log', id, 'crm')).rejects.toThrow(`The program ${id} has no webhook crm`)
  })
})
