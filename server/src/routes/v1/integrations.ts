import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PollenError } from '../../errors/pollen-error.js'
import { paymentProviderRecord } from '../../records/payment-provider-record.js'
import { ProviderBody, ProviderPath } from '../../schemas/payments.js'
import {
  deletePaymentProvider,
  listPaymentProviders,
  upsertPaymentProvider,
} from '../../store/payment-providers.js'

/** The payment providers whose messages a program takes. */
export const integrations: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/integrations', async (request) => {
    const rows = await listPaymentProviders(app.db, request.program.program_id)
    const serverUrl = app.serverUrl(request)
    return { data: rows.map((row) => paymentProviderRecord(serverUrl, row)), status: 1 }
  })

  app.put(
    '/integrations/:provider',
    { schema: { params: ProviderPath, body: ProviderBody } },
    async (request) => {
      const now = Date.now()
      const row = await upsertPaymentProvider(app.db, {
        program_id: request.program.program_id,
        provider: request.params.provider,
        secret: request.body.secret.trim(),
        created_at: now,
        updated_at: now,
        last_event_at: null,
      })
      return { data: paymentProviderRecord(app.serverUrl(request), row), status: 1 }
    },
  )

  app.delete(
    '/integrations/:provider',
    { schema: { params: ProviderPath } },
    async ({ program, params }) => {
      const isDeleted = await deletePaymentProvider(app.db, program.program_id, params.provider)
      if (!isDeleted) throw new PollenError('provider_not_connected')
      return { status: 1 }
    },
  )
}
