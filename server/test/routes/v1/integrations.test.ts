import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

describe.each(databases)('payment providers on $name', (database) => {
  const server = startTestServer(database)

  it('are connected by their secret, which is not shown again', async () => {
    const { id, api } = await createTestProgram(server)
    const connected = await api.put('/integrations/stripe', { secret: 'whsec_first' })
    expect(connected.body.data).toEqual({
      provider: 'stripe',
      webhook_url: `${server.url}/v1/integrations/stripe/${id}/webhook`,
      created_at: expect.stringMatching(/000Z$/),
      updated_at: expect.stringMatching(/000Z$/),
      last_event_at: null,
    })
    await api.put('/integrations/stripe', { secret: 'whsec_second' })
    const listed = await api.get('/integrations')
    expect(listed.body.data).toMatchObject([{ provider: 'stripe' }])
    expect(JSON.stringify(listed.body)).not.toContain('whsec')
  })

  it('can be disconnected, once', async () => {
    const { api } = await createTestProgram(server)
    await api.put('/integrations/paddle', { secret: 'pdl_ntfset' })
    expect((await api.delete('/integrations/paddle')).body).toEqual({ status: 1 })
    expect((await api.delete('/integrations/paddle')).status).toBe(404)
    expect((await api.get('/integrations')).body.data).toEqual([])
  })

  it.each([
    ['/integrations/paypal', { secret: 'long enough' }, 'provider'],
    ['/integrations/stripe', {}, 'secret'],
    ['/integrations/stripe', { secret: 'short' }, 'secret'],
  ])('refuses PUT %s with %j and names the %s', async (path, body, field) => {
    const { api } = await createTestProgram(server)
    const answer = await api.put(path, body)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.errors)).toEqual([field])
  })
})
