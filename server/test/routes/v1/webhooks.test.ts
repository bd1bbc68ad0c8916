import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { ageMessages } from '../../helpers/age-messages.js'
import { createTestProgram, type TestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { eventually } from '../../helpers/eventually.js'
import { startReceiver, takeIt } from '../../helpers/start-receiver.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const HOUR_MS = 3_600_000

const HOOK = {
  name: 'CRM',
  url: 'https://crm.example/hook',
  events: ['partner.created', 'customer.created'],
}

describe.each(databases)('webhooks on $name', (database) => {
  const server = startTestServer(database)

  it('are created with a key and a secret, and shown, changed and deleted by that key', async () => {
    const { api } = await createTestProgram(server)
    const made = await api.post('/webhooks', HOOK)
    expect(made).toMatchObject({
      status: 200,
      body: { status: 1, data: { ...HOOK, is_active: true, notice: null } },
    })
    expect(made.body.data.key).toMatch(/^[A-Za-z0-9]{12}$/)
    expect(made.body.data.signature).toMatch(/^[A-Za-z0-9]{32}$/)

    const path = `/webhooks/${made.body.data.key}`
    expect((await api.get(path)).body.data).toEqual(made.body.data)
    const changes = { url: 'https://crm.example/v2', is_active: false, events: ['lead.submitted'] }
    expect((await api.put(path, changes)).body.data).toMatchObject({ name: 'CRM', ...changes })
    expect((await api.get('/webhooks')).body.data).toHaveLength(1)
    expect(await api.delete(path, [])).toMatchObject({ status: 200, body: { status: 1 } })
    expect(await api.get(path)).toMatchObject({ status: 404, body: { status: 0 } })
    expect((await api.delete(path)).status).toBe(404)
  })

  it('are listed ten at a time, the newest first', async () => {
    const { api } = await createTestProgram(server)
    for (let number = 1; number <= 11; number++) {
      await api.post('/webhooks', { ...HOOK, key: `hook_${number}` })
    }
    const first = await api.get('/webhooks')
    expect(first.body.data).toHaveLength(10)
    expect(first.body.data[0].key).toBe('hook_11')
    expect(first.body.links.next).toContain('page=2')
    expect((await api.get('/webhooks?page=2')).body.data).toHaveLength(1)
  })

  it.each([
    ['affiliate', 'subscriber.created'],
    ['refer_a_friend', 'partner.created'],
    ['newsletter', 'customer.created'],
    ['affiliate', 'no.such.event'],
  ] as const)('of an %s program are refused %s', async (type, event) => {
    const { api } = await createTestProgram(server, { type })
    const refused = await api.post('/webhooks', { ...HOOK, events: [event] })
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: { events: [expect.stringContaining(`This program has no ${event};`)] } },
    })
  })

  it.each([
    ['ftp://crm.example/', 'The url must be a URL such as https://shop.example/webhooks.'],
    ['crm.example', 'The url must be a URL such as https://shop.example/webhooks.'],
    [
      'http://169.254.169.254/latest',
      'The url must lead to the public internet, which 169.254.169.254 is not part of.',
    ],
    [
      'http://localhost:3000/',
      'The url must lead to the public internet, which localhost is not part of.',
    ],
  ])('are refused the url %s', async (url, reason) => {
    const { api } = await createTestProgram(server)
    expect(await api.post('/webhooks', { ...HOOK, url })).toMatchObject({
      status: 422,
      body: { errors: { url: [reason] } },
    })
  })

  it('are refused a key that is taken, and fields that are missing', async () => {
    const { api } = await createTestProgram(server)
    await api.post('/webhooks', { ...HOOK, key: 'crm' })
    expect((await api.post('/webhooks', { ...HOOK, key: 'crm' })).status).toBe(422)
    expect(Object.keys((await api.post('/webhooks', [])).body.errors)).toEqual([
      'name',
      'url',
      'events',
    ])
  })

  it('belong to their program alone', async () => {
    const [mine, other] = [await createTestProgram(server), await createTestProgram(server)]
    await mine.api.post('/webhooks', { ...HOOK, key: 'crm' })
    for (const answer of [
      await other.api.get('/webhooks/crm'),
      await other.api.put('/webhooks/crm', { name: 'x' }),
      await other.api.delete('/webhooks/crm'),
      await other.api.get('/webhooks/crm/deliveries'),
      await other.api.post('/webhooks/crm/resend'),
    ]) {
      expect(answer.status).toBe(404)
    }
    expect((await other.api.get('/webhooks')).body.data).toEqual([])
  })
})

describe.each(databases)('messages to webhooks on $name', (database) => {
  const server = startTestServer(database, { allowPrivateWebhooks: true })
  const receiver = startReceiver()
  beforeEach(() => {
    receiver.answer = takeIt
    receiver.messages = []
  })

  async function withWebhook(events: string[]) {
    const program = await createTestProgram(server)
    const url = `${receiver.url}/${program.id}`
    await program.api.post('/webhooks', { name: 'CRM', key: 'crm', url, events })
    return program
  }

  const received = (program: TestProgram) =>
    receiver.messages.filter(({ path }) => path === `/${program.id}`)

  const arrived = (program: TestProgram, count: number) =>
    eventually(() => {
      expect(received(program)).toHaveLength(count)
      return received(program)
    })

  const log = async ({ api }: TestProgram) => (await api.get('/webhooks/crm/deliveries')).body.data

  const settled = (program: TestProgram, attempts: number) =>
    eventually(async () => {
      const [message] = await log(program)
      expect(message.attempts).toHaveLength(attempts)
      return message
    })

  it('tell of what was asked for, signed so that a receiver can be sure', async () => {
    const program = await withWebhook(['partner.created'])
    const partner = await program.api.post('/partners', { email: 'jane@example.com', key: 'jane' })
    await program.api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    const [message] = await arrived(program, 1)
    const body = JSON.parse(message?.body ?? '')
    expect(body).toEqual({
      id: message?.headers['webhook-id'],
      event: 'partner.created',
      url: `${receiver.url}/${program.id}`,
      webhook_key: 'crm',
      created_at: partner.body.data.created_at,
      timestamp: partner.body.data.created_at,
      data: partner.body.data,
    })
    const { signature } = (await program.api.get('/webhooks/crm')).body.data
    const hex = createHmac('sha256', signature)
      .update(message?.body ?? '')
      .digest('hex')
    expect(message?.headers).toMatchObject({
      'content-type': 'application/json',
      signature: hex,
      'x-partnero-signature': hex,
    })
  })

  it('tell of customers, sales and their deletion', async () => {
    const events = ['customer.created', 'transaction.created', 'transaction.deleted']
    const program = await withWebhook(events)
    const { api } = program
    await api.post('/partners', { email: 'jane@example.com', id: 'partner_1', key: 'jane' })
    await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    const sale = { key: 't1', customer: { key: 'c1' }, amount: 99.99 }
    await api.post('/transactions', sale)
    await api.post('/transactions', sale)
    await api.delete('/transactions/t1')
    const messages = (await arrived(program, 3)).map(({ body }) => JSON.parse(body))
    const told = (event: string) => messages.find((message) => message.event === event)?.data
    expect(told('customer.created')).toMatchObject({ key: 'c1', partner: 'partner_1' })
    expect(told('transaction.created')).toMatchObject({
      key: 't1',
      amount: 99.99,
      partner: 'partner_1',
      rewards: [{ amount: 29.997 }],
    })
    expect(told('transaction.deleted')).toMatchObject({ key: 't1', deleted_at: expect.any(String) })
  })

  it('do not exist when the change that they tell of did not happen', async () => {
    const program = await withWebhook(['transaction.created'])
    const { api } = program
    await api.post('/partners', { email: 'jane@example.com', key: 'jane' })
    await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
    const refused = await api.post('/transactions', {
      customer: { key: 'c1' },
      transactions: [
        { key: 't1', amount: 1 },
        { key: 't1', amount: 2 },
      ],
    })
    expect(refused.status).toBe(422)
    expect(await log(program)).toEqual([])
  })

  it.each([
    [500, 'The answer was 500, not 2xx.'],
    [404, 'The answer was 404, not 2xx.'],
    [302, 'The answer was 302; redirects are not followed.'],
  ])('are tried again after an answer of %i, until they arrive', async (status, error) => {
    receiver.answer = (_message, response) => {
      response.writeHead(status, { location: `${receiver.url}/elsewhere` }).end()
    }
    const program = await withWebhook(['partner.created'])
    await program.api.post('/partners', { email: 'jane@example.com' })
    const failed = await settled(program, 1)
    expect(failed).toMatchObject({
      status: 'pending',
      next_attempt_at: expect.any(String),
      attempts: [{ status_code: status, error }],
    })
    expect(receiver.messages.some(({ path }) => path === '/elsewhere')).toBe(false)

    receiver.answer = takeIt
    await ageMessages(server, program.id, HOUR_MS)
    const [first, second] = await arrived(program, 2)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(await settled(program, 2)).toMatchObject({
      status: 'delivered',
      next_attempt_at: null,
      attempts: [{ error }, { status_code: 200, error: null }],
    })
  })

  it('do not wait for a webhook that is slow', async () => {
    const waiting: (() => void)[] = []
    receiver.answer = (message, response) => waiting.push(() => takeIt(message, response))
    const slow = await withWebhook(['partner.created'])
    // Made now: the slow one is waited for no longer than five seconds.
    const quick = await withWebhook(['partner.created'])
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await slow.api.post('/partners', { email: `${name}@example.com` })
    }
    await arrived(slow, 5)
    receiver.answer = takeIt
    await quick.api.post('/partners', { email: 'jane@example.com' })
    await arrived(quick, 1)
    expect(received(slow)).toHaveLength(5)
    waiting.forEach((answer) => {
      answer()
    })
    await arrived(slow, 6)
  })

  it('are given up after a day without success, and the webhook is switched off and says why', async () => {
    receiver.answer = (_message, response) => response.writeHead(503).end()
    const program = await withWebhook(['partner.created'])
    const { api } = program
    await api.post('/partners', { email: 'jane@example.com' })
    await settled(program, 1)
    await ageMessages(server, program.id, 25 * HOUR_MS)
    expect(await settled(program, 2)).toMatchObject({ status: 'failed', next_attempt_at: null })
    expect((await api.get('/webhooks/crm')).body.data).toMatchObject({
      is_active: false,
      notice: expect.stringContaining('for 24 hours no message arrived'),
    })
    expect(await api.post('/webhooks/crm/resend')).toMatchObject({ status: 409 })

    await api.post('/partners', { email: 'joe@example.com' })
    expect(await log(program)).toHaveLength(1)

    receiver.answer = takeIt
    const on = await api.put('/webhooks/crm', { is_active: true })
    expect(on.body.data).toMatchObject({ is_active: true, notice: null })
    expect((await api.post('/webhooks/crm/resend', [])).body.data).toEqual({ resent: 1 })
    expect(await settled(program, 3)).toMatchObject({ status: 'delivered' })
  })

  it('that are given up leave a webhook on which took others meanwhile', async () => {
    receiver.answer = ({ body }, response) => {
      response.writeHead(body.includes('unlucky') ? 500 : 200).end()
    }
    const program = await withWebhook(['partner.created'])
    const { api } = program
    await api.post('/partners', { email: 'unlucky@example.com' })
    await settled(program, 1)
    await api.post('/partners', { email: 'jane@example.com' })
    await settled(program, 1)
    await ageMessages(server, program.id, 25 * HOUR_MS)
    await expect.poll(async () => (await log(program))[1].status).toBe('failed')
    expect((await api.get('/webhooks/crm')).body.data.is_active).toBe(true)
  })

  it('are sent again on request, under the same id', async () => {
    const program = await withWebhook(['partner.created'])
    const { api } = program
    await api.post('/partners', { email: 'jane@example.com' })
    const { id } = await settled(program, 1)
    const resent = await api.post(`/webhooks/crm/deliveries/${id}/resend`)
    expect(resent).toMatchObject({ status: 200, body: { status: 1, data: { id } } })
    const ids = (await arrived(program, 2)).map(({ headers }) => headers['webhook-id'])
    expect(ids).toEqual([id, id])
    expect((await api.post('/webhooks/crm/deliveries/none/resend')).status).toBe(404)
    await settled(program, 2)
    expect((await api.get('/webhooks/crm/deliveries?status=failed')).body.data).toEqual([])
  })

  it('are dropped with their webhook', async () => {
    receiver.answer = (_message, response) => response.writeHead(500).end()
    const program = await withWebhook(['partner.created'])
    await program.api.post('/partners', { email: 'jane@example.com' })
    await settled(program, 1)
    await program.api.delete('/webhooks/crm')
    expect((await program.api.get('/webhooks/crm/deliveries')).status).toBe(404)
  })
})
