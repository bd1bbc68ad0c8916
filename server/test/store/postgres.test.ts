import pg from 'pg'
import { expect, it } from 'vitest'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { spawnServer } from '../helpers/spawn-server.js'

it.each(databases.filter(({ name }) => name === 'PostgreSQL'))(
  'a server goes on when $name cuts its connections',
  async ({ create }) => {
    const database = await create()
    const server = await spawnServer(database)
    const { api } = await createTestProgram(server)
    expect((await api.get('/test')).status).toBe(200)

    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity ' +
        'where datname = current_database() and pid <> pg_backend_pid()',
    )
    await client.end()

    await expect.poll(async () => (await api.get('/test')).status).toBe(200)
    await server.stop()
    await database.drop()
  },
)
