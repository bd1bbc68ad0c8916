import fp from 'fastify-plugin'
import { deliverMessages } from '../../webhooks/deliver-messages.js'

/** Sends webhooks their messages for as long as the server listens. */
export const webhookDelivery = fp<{ allowPrivate: boolean }>(async (app, { allowPrivate }) => {
  let stop = async () => {}
  app.addHook('onListen', async () => {
    stop = deliverMessages(app.db, {
      allowPrivate,
      onAttempt: (isTaken, ms) => app.metrics?.messageSent(isTaken, ms / 1000),
      onSwitchedOff: ({ program_id, key }) =>
        app.log.warn({ program: program_id, webhook: key }, 'webhook switched off'),
      onError: (error) => app.log.error({ err: error }, 'webhook messages could not be sent'),
    })
  })
  // Before the database is closed, which is done in `onClose`.
  app.addHook('preClose', () => stop())
})
