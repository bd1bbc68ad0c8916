import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { turnClickMonths } from '../../src/store/postgres/click-months.js'
import { aClick } from '../helpers/a-click.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases.filter(({ name }) => name === 'PostgreSQL'))(
  'the months of clicks on $name',
  (database) => {
    const server = startTestServer(database)
    const now = Date.UTC(2031, 4, 20)
    const madeIn = (month: number, msecs = Date.UTC(2031, month, 3)) => uuidv7({ msecs })

    it('are there ahead, hold a click once however late it comes again, and go when they are empty', async () => {
      const db = await server.database.open()
      const { id, api, events } = await createTestProgram(server)
      await api.post('/partners', { key: 'jane', email: 'jane@example.com' })
      const turn = (time: number) => db.transaction().execute((trx) => turnClickMonths(trx, time))
      const [june, september] = [
        aClick('jane', { id: madeIn(5) }),
        aClick('jane', { id: madeIn(8) }),
      ]

      // The clock of this browser is years ahead.
      expect((await events.post('/clicks', june)).status).toBe(201)
      await turn(now)
      expect((await events.post('/clicks', june)).status).toBe(200)
      expect((await events.post('/clicks', september)).status).toBe(201)
      const partOf = async (click: { id: string }) => {
        const { rows } = await sql<{ part: string }>`
          select tableoid::regclass::text as part from click
          where program_id = ${id} and id = ${click.id}`.execute(db)
        return rows.map(({ part }) => part)
      }
      expect(await partOf(june)).toEqual(['click_2031_06'])
      expect(await partOf(september)).toEqual(['click_other'])
      expect((await api.get('/partners/jane')).body.data.referrals.clicks).toBe(2)

      await Promise.all([turn(Date.UTC(2031, 8, 1)), turn(Date.UTC(2031, 8, 1))])
      const { rows } = await sql<{ part: string }>`
        select tablename as part from pg_tables where tablename like 'click_2031%'
        order by 1`.execute(db)
      // May and July are empty and past.
      expect(rows.map(({ part }) => part)).toEqual(
        ['06', '08', '09', '10', '11'].map((month) => `click_2031_${month}`),
      )
      expect(await partOf(september)).toEqual(['click_2031_09'])
      expect((await events.post('/clicks', september)).status).toBe(200)
      expect((await api.get('/partners/jane')).body.data.referrals.clicks).toBe(2)
    })
  },
)
