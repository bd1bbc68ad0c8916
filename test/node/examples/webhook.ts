import express from 'express'
import { verifyWebhook, WebhookError } from '../../../src/node/index.js'

export const events: string[] = []

export const app = express()
app.post('/webhooks/pollen', express.raw({ type: '*/*' }), async (request, response) => {
  try {
    const event = await verifyWebhook({
      payload: request.body,
      headers: request.headers,
      secret: process.env.POLLEN_WEBHOOK_SECRET ?? '',
    })
    events.push(event.event)
    response.sendStatus(204)
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error
    response.status(400).send(error.message)
  }
})
