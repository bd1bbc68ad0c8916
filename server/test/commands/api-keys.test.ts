import { describe, expect, it } from 'vitest'
import { apiKeysCommand } from '../../src/commands/api-keys.js'
import { apiWithKey } from '../helpers/api-with-key.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { runCommand } from '../helpers/run-command.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases)('pollen-server key on $name', (database) => {
  const server = startTestServer(database)

  const run = (...args: string[]) => runCommand(apiKeysCommand(), server, args)

  it('makes a key that works, lists it without the key itself, and revokes it', async () => {
    const { id } = await createTestProgram(server)
    const flags = ['--name', 'Reports', '--scopes', 'read', '--expires', '2099-12-31']
    const made = JSON.parse(await run('create', id, ...flags, '--json'))
    expect(made).toMatchObject({
      name: 'Reports',
      scopes: ['read'],
      expires_at: '2099-12-31T00:00:00.000000Z',
    })
    const api = apiWithKey(server, made.api_key)
    expect((await api.get('/test')).status).toBe(200)
    expect((await api.post('/partners', { email: 'jane@example.com' })).status).toBe(403)

    const listed = await run('list', id, '--json')
    expect(JSON.parse(listed)).toMatchObject([{ name: 'First key' }, { id: made.id }])
    expect(listed).not.toContain(made.api_key)

    await run('revoke', id, made.id)
    expect((await api.get('/test')).status).toBe(401)
    await expect(run('revoke', id, made.id)).rejects.toThrow(
      `has no API key with the id ${made.id}`,
    )
  })

  it('says which program there is not', async () => {
    await expect(run('list', 'NOPROGRA')).rejects.toThrow('There is no program NOPROGRA')
  })
})
