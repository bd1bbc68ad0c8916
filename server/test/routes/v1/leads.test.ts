import { describe, expect, it } from 'vitest'
import { apiWithKey } from '../../helpers/api-with-key.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('leads on $name', (database) => {
  const server = startTestServer(database)

  async function withPartner() {
    const program = await createTestProgram(server)
    await program.api.post('/partners', {
      id: 'partner_123',
      key: 'jane',
      name: 'John',
      email: 'john@example.com',
    })
    return program
  }

  const ALICE = { name: 'Alice Brown', email: 'alice@example.com', partner: { key: 'jane' } }

  it('are numbered, and say who submitted them', async () => {
    const { api } = await withPartner()
    const made = await api.post('/leads', ALICE)
    expect(made.status).toBe(201)
    expect(made.body).toEqual({
      data: {
        id: 1,
        status: 'submitted',
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        lead_info: { name: 'Alice Brown', email: 'alice@example.com' },
        converted_to: null,
        submitter: { id: 'partner_123', name: 'John', email: 'john@example.com' },
        submission_form: [
          { question: 'Name', answer: 'Alice Brown' },
          { question: 'Email address', answer: 'alice@example.com' },
        ],
        can_be_converted: true,
        can_be_rejected: true,
      },
      status: 1,
    })
    expect((await api.post('/leads', ALICE)).body.data.id).toBe(2)
    expect((await api.get('/leads/1')).body).toEqual(made.body)
    const list = await api.get('/leads?limit=1')
    expect(list.body.data.map(({ id }: { id: number }) => id)).toEqual([2])
    expect(list.body.links.next).toContain('page=2')
  })

  it.each([
    [{ id: 'partner_123' }, 201],
    [{ email: 'JOHN@example.com' }, 201],
    [{ key: 'nobody' }, 422],
    [{}, 422],
  ])('by the partner %j are answered with %i', async (partner, status) => {
    const { api } = await withPartner()
    expect((await api.post('/leads', { ...ALICE, partner })).status).toBe(status)
  })

  it('answer the program’s own questions', async () => {
    const { api } = await withPartner()
    const form = await api.put('/leads/details', {
      leads_custom_form_fields: [
        { type: 'text', text: '<p>Tell us more</p>' },
        { type: 'input', title: 'Company', required: true },
        { type: 'checkbox', title: 'Features', options: ['a', 'b', 'c'] },
      ],
    })
    expect((await api.get('/leads/details')).body).toEqual(form.body)
    expect(form.body.data).toMatchObject({
      leads_enabled: 'true',
      program_leads_commission_type: 'follow_program_settings',
      leads_commission: { currency: 'USD', commission: 30, commission_type: 'percent' },
    })
    const [, company, features] = form.body.data.leads_custom_form_fields.map(
      ({ id }: { id: number }) => id,
    )
    expect(await api.post('/leads', ALICE)).toMatchObject({
      status: 422,
      body: { errors: { [`cfields.${company}`]: [expect.stringContaining('is required')] } },
    })
    const cfields = { [company]: 'Acme Inc', [features]: ['a', 'c'] }
    const lead = await api.post('/leads', { ...ALICE, cfields })
    expect(lead.body.data.submission_form.slice(2)).toEqual([
      { question: 'Company', answer: 'Acme Inc' },
      { question: 'Features', answer: ['a', 'c'] },
    ])
  })

  it('are refused where the program takes none', async () => {
    const { api } = await withPartner()
    await api.put('/leads/details', { leads_enabled: false })
    expect((await api.get('/leads/details')).body.data.leads_enabled).toBe('false')
    expect(await api.post('/leads', ALICE)).toMatchObject({ status: 403, body: { status: 0 } })
  })

  it.each(['get', 'post'] as const)('become customers of their partner, by %s', async (method) => {
    const { api } = await withPartner()
    await api.post('/leads', ALICE)
    const input = { id: 1, commission_transaction_amount: '99.99' }
    const converted =
      method === 'get'
        ? await api.get('/leads/convert?id=1&commission_transaction_amount=99.99')
        : await api.post('/leads/convert', input)
    expect(converted).toMatchObject({
      status: 200,
      body: {
        data: {
          status: 'converted',
          converted_to: {
            key: 'alice@example.com',
            name: 'Alice Brown',
            email: 'alice@example.com',
          },
          can_be_converted: false,
          can_be_rejected: false,
        },
      },
    })
    const customer = await api.get('/customers/alice@example.com')
    expect(customer.body.data.partner).toBe('partner_123')
    const sales = await api.get('/transactions')
    expect(sales.body.data).toMatchObject([
      { key: 'lead_1', action: 'lead', amount: 99.99, rewards: [{ amount: 29.997 }] },
    ])
    expect(await api.post('/leads/convert', input)).toMatchObject({
      status: 400,
      body: { status: 0 },
    })
    expect((await api.get('/transactions')).body.data).toHaveLength(1)
  })

  it('stay as they are when the amount is wrong', async () => {
    const { api } = await withPartner()
    await api.post('/leads', ALICE)
    const refused = await api.post('/leads/convert', { id: 1, commission_transaction_amount: -5 })
    expect(refused).toMatchObject({
      status: 422,
      body: {
        errors: {
          commission_transaction_amount: [
            'The commission_transaction_amount must not be negative.',
          ],
        },
      },
    })
    expect((await api.get('/leads/1')).body.data.status).toBe('submitted')
  })

  it.each(['get', 'post'] as const)('can be rejected once, by %s', async (method) => {
    const { api } = await withPartner()
    await api.post('/leads', ALICE)
    const reject = () =>
      method === 'get' ? api.get('/leads/reject?id=1') : api.post('/leads/reject', { id: 1 })
    expect(await reject()).toMatchObject({
      status: 200,
      body: { data: { status: 'rejected', can_be_rejected: false } },
    })
    expect((await reject()).status).toBe(400)
    expect((await api.post('/leads/convert', { id: 1 })).status).toBe(400)
    expect((await api.post('/leads/reject', { id: 2 })).status).toBe(404)
  })

  it('can be deleted', async () => {
    const { api } = await withPartner()
    await api.post('/leads', ALICE)
    expect(await api.delete('/leads/1')).toMatchObject({ status: 200, body: { status: 1 } })
    expect((await api.get('/leads/1')).status).toBe(404)
    expect((await api.delete('/leads/1')).status).toBe(404)
  })

  it('are seen by their own program only, and changed by keys that may write', async () => {
    const { api } = await withPartner()
    await api.post('/leads', ALICE)
    const other = await createTestProgram(server)
    expect((await other.api.get('/leads/1')).status).toBe(404)
    expect((await other.api.post('/leads/convert', { id: 1 })).status).toBe(404)
    const { body } = await api.post('/api_keys', { name: 'reader', scopes: ['read'] })
    const reader = apiWithKey(server, body.data.api_key)
    expect((await reader.get('/leads/1')).status).toBe(200)
    expect((await reader.get('/leads/convert?id=1')).status).toBe(403)
    expect((await reader.get('/leads/reject?id=1')).status).toBe(403)
    const friends = await createTestProgram(server, { type: 'refer_a_friend' })
    expect((await friends.api.get('/leads')).status).toBe(404)
  })
})
