import fp from 'fastify-plugin'
import { hasClickMonths, turnClickMonths } from '../../store/postgres/click-months.js'
import { runRegularly } from './run-regularly.js'

/** A month's table is there two months ahead, so this may well fail a thousand times. */
const LOOK_EVERY_MS = 60 * 60_000

/** Makes and drops the tables of months that clicks are divided into. */
export const clickMonths = fp(async (app) => {
  if (!hasClickMonths(app.db)) return
  const turn = () => app.db.transaction().execute((trx) => turnClickMonths(trx, Date.now()))
  // Before the first click: one that is written while its month's table is made is refused. Should this
  // fail, clicks go where odd clocks go, and the first regular look says why.
  app.addHook('onReady', () => turn().catch(() => {}))
  runRegularly(app, LOOK_EVERY_MS, 'the tables of clicks could not be turned over', turn)
})
