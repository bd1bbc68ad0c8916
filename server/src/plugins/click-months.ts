import fp from 'fastify-plugin'
import { hasClickMonths, turnClickMonths } from '../store/postgres/click-months.js'
import { runRegularly } from './run-regularly.js'

/** A month's table is there two months ahead, so this may well fail a thousand times. */
const LOOK_EVERY_MS = 60 * 60_000

/** Makes and drops the tables of months that clicks are divided into. */
export const clickMonths = fp(async (app) => {
  if (!hasClickMonths(app.db)) return
  runRegularly(app, LOOK_EVERY_MS, 'the tables of clicks could not be turned over', () =>
    app.db.transaction().execute((trx) => turnClickMonths(trx, Date.now())),
  )
})
