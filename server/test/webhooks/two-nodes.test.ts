import { expect, it } from 'vitest'
import { ageMessages } from '../helpers/age-messages.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { spawnServer } from '../helpers/spawn-server.js'
import { startReceiver, takeIt } from '../helpers/start-receiver.js'

const receiver = startReceiver()

/** The ids of the messages that arrived. */
const received = () => receiver.messages.map(({ headers }) => headers['webhook-id'])

// Two processes on one database: on PostgreSQL, where it is what operators do, if it is there.
it.each(databases.slice(-1))(
  'servers that share $name send each message once, and what a dead one was sending again',
  async ({ create }) => {
    const database = await create()
    const [one, two] = await Promise.all([
      spawnServer(database, '--allow-private-webhooks'),
      spawnServer(database, '--allow-private-webhooks'),
    ])
    const { id, api } = await createTestProgram(one)
    const apis = [api, api.at(`${two.url}/v1`)]
    const createPartner = (number: number) =>
      apis[number % apis.length]?.post('/partners', { email: `p${number}@example.com` })
    await api.post('/webhooks', {
      name: 'Back end',
      url: receiver.url,
      events: ['partner.created'],
    })
    await Promise.all(Array.from({ length: 30 }, (_, number) => createPartner(number)))
    await expect.poll(() => received().length).toBeGreaterThanOrEqual(30)
    await one.stop()
    expect(new Set(received()).size).toBe(30)
    expect(received().length).toBe(30)

    receiver.messages.length = 0
    receiver.answer = () => {}
    await createPartner(31)
    await expect.poll(() => received().length).toBe(1)
    await two.kill()
    receiver.answer = takeIt
    const three = await spawnServer(database, '--allow-private-webhooks')
    // The claim of the dead one runs out.
    await ageMessages(three, id, 60_000)
    await expect.poll(() => received().length).toBe(2)
    expect(new Set(received()).size).toBe(1)
    await three.stop()
    await database.drop()
  },
  60_000,
)
