import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { startServer } from '../../src/server.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'

describe.each(databases)('an older node on $name, while a newer one migrates', ({ create }) => {
  it.each([
    ['what it reads', 'program'],
    ['what it reads in a database transaction', 'customer'],
  ])('goes on when %s gets another column', async (_what, table) => {
    const database = await create()
    const { url, close } = await startServer({ port: 0, database: database.url })
    const { api } = await createTestProgram({ url, database })
    await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
    await api.post('/customers', { key: 'ada', partner: { key: 'jane' } })
    const sell = async (key: string) => {
      const sale = { key, amount: 100, customer: { key: 'ada' } }
      return (await api.post('/transactions', sale)).body.data?.key
    }
    expect([await sell('first'), await sell('second')]).toEqual(['first', 'second'])

    await sql`alter table ${sql.table(table)} add column of_a_newer_version text`.execute(
      await database.open(),
    )

    expect([await sell('third'), await sell('fourth')]).toEqual(['third', 'fourth'])
    expect((await api.get('/transactions')).body.data).toHaveLength(4)
    await close()
    await database.drop()
  })
})
