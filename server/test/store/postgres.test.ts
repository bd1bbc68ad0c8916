import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { preparedStatements } from '../../src/store/postgres/prepared-statements.js'
import { watchedPool } from '../../src/store/postgres/watched-pool.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases, type TestDatabase } from '../helpers/databases.js'
import { spawnServer } from '../helpers/spawn-server.js'

describe.each(databases.filter(({ name }) => name === 'PostgreSQL'))('on $name', ({ create }) => {
  it('a server goes on when its connections are cut', async () => {
    const database = await create()
    const server = await spawnServer(database)
    const { api } = await createTestProgram(server)
    expect((await api.get('/test')).status).toBe(200)

    await execute(
      database,
      'select pg_terminate_backend(pid) from pg_stat_activity ' +
        'where datname = current_database() and pid <> pg_backend_pid()',
    )

    await expect.poll(async () => (await api.get('/test')).status).toBe(200)
    await server.stop()
    await database.drop()
  })

  it('a statement is prepared once for a session, and sent as it is where the session forgot it', async () => {
    const database = await create()
    const pool = new pg.Pool({ connectionString: database.url, max: 1 })
    const { connect } = watchedPool(pool, preparedStatements())
    const client = await connect()
    const query = async (text: string, values: unknown[]) =>
      (await client.query<{ count: number }>(text, values)).rows[0]?.count
    const count = 'select count(*)::int as count from pg_prepared_statements where name <> $1'
    expect([await query(count, ['']), await query(count, [''])]).toEqual([1, 1])

    // As behind a pooler that gives a session to somebody else.
    await query('deallocate all', [])

    expect(await query(count, [''])).toBe(0)
    client.release()
    await pool.end()
    await database.drop()
  })
})

async function execute({ url }: TestDatabase, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
