import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeWebhook } from '../../domain/webhooks/change-webhook.js'
import { createWebhook } from '../../domain/webhooks/create-webhook.js'
import { removeWebhook } from '../../domain/webhooks/remove-webhook.js'
import { resendMessages } from '../../domain/webhooks/resend-messages.js'
import { PollenError } from '../../errors/pollen-error.js'
import { deliveryRecord, webhookRecord } from '../../records/webhook-record.js'
import {
  DeliveriesQuery,
  DeliveryPath,
  WebhookBody,
  WebhookChanges,
  WebhookPath,
  WebhooksQuery,
} from '../../schemas/webhooks.js'
import type { ProgramRow } from '../../store/database.js'
import { listDeliveries } from '../../store/webhook-deliveries.js'
import { findWebhook, listWebhooks } from '../../store/webhooks.js'
import { pageAnswer, pageOf, SHORT_PAGES } from './page.js'

/** Who is told of what happens, what they were told, and how that went. */
export const webhooks: FastifyPluginAsyncTypebox<{ allowPrivate: boolean }> = async (
  app,
  { allowPrivate },
) => {
  app.get('/webhooks', { schema: { querystring: WebhooksQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query, SHORT_PAGES)
    const filters = { ...query, isActive: query.is_active }
    const rows = await listWebhooks(app.db, program.program_id, page, filters)
    return pageAnswer(request, page, rows, (rows) => rows.map(webhookRecord))
  })

  app.post('/webhooks', { schema: { body: WebhookBody } }, async ({ program, body }) => {
    const webhook = await createWebhook(app.db, program, body, allowPrivate, Date.now())
    return { data: webhookRecord(webhook), status: 1 }
  })

  app.get('/webhooks/:key', { schema: { params: WebhookPath } }, async ({ program, params }) => ({
    data: webhookRecord(await existing(program, params.key)),
    status: 1,
  }))

  app.put(
    '/webhooks/:key',
    { schema: { params: WebhookPath, body: WebhookChanges } },
    async ({ program, params, body }) => {
      const webhook = await existing(program, params.key)
      const now = Date.now()
      const changed = await changeWebhook(app.db, program, webhook, body, allowPrivate, now)
      return { data: webhookRecord(changed), status: 1 }
    },
  )

  app.delete('/webhooks/:key', { schema: { params: WebhookPath } }, async (request) => {
    await removeWebhook(app.db, await existing(request.program, request.params.key))
    return { status: 1 }
  })

  app.get(
    '/webhooks/:key/deliveries',
    { schema: { params: WebhookPath, querystring: DeliveriesQuery } },
    async (request) => {
      const { program, params, query } = request
      const { uid } = await existing(program, params.key)
      const page = pageOf(query)
      const rows = await listDeliveries(app.db, program.program_id, uid, page, query.status)
      return pageAnswer(request, page, rows, (rows) => rows.map(deliveryRecord))
    },
  )

  app.post(
    '/webhooks/:key/deliveries/:id/resend',
    { schema: { params: DeliveryPath } },
    async ({ program, params }) => {
      const webhook = await existing(program, params.key)
      const [delivery] = await resendMessages(app.db, webhook, params.id, Date.now())
      return { data: delivery && deliveryRecord(delivery), status: 1 }
    },
  )

  app.post('/webhooks/:key/resend', { schema: { params: WebhookPath } }, async (request) => {
    const webhook = await existing(request.program, request.params.key)
    const renewed = await resendMessages(app.db, webhook, undefined, Date.now())
    return { data: { resent: renewed.length }, status: 1 }
  })

  async function existing(program: ProgramRow, key: string) {
    const webhook = await findWebhook(app.db, program.program_id, key)
    if (!webhook) throw new PollenError('webhook_not_found')
    return webhook
  }
}
