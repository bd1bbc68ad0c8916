import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { providers } from '../domain/payments/providers.js'
import { recordPaymentReport } from '../domain/payments/record-payment-report.js'
import { PollenError } from '../errors/pollen-error.js'
import { PaymentWebhookPath } from '../schemas/payments.js'
import { inTransaction } from '../store/in-transaction.js'
import { findPaymentProvider } from '../store/payment-providers.js'
import { existingProgram } from './existing-program.js'

/**
 * Messages of payment providers. Each is known by its signature instead of an API key, so its body is
 * read byte for byte. Whatever is understood and changes nothing is answered with 200 as well: a
 * provider takes anything else for a fault, and sends again for days.
 */
export const paymentWebhooks: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    ['application/json', 'application/x-www-form-urlencoded'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  )

  app.post(
    '/:provider/:program_id/webhook',
    { schema: { params: PaymentWebhookPath } },
    async ({ params: { provider: name, program_id }, headers, body }) => {
      const program = await existingProgram(app.db, program_id)
      const connected = await findPaymentProvider(app.db, program_id, name)
      if (!connected) throw new PollenError('provider_not_connected')
      const provider = providers[name]
      const now = Date.now()
      const message = { headers, body: typeof body === 'string' ? body : '', now }
      const isGenuine = await provider.verify(message, connected.secret)
      if (!isGenuine) throw new PollenError('signature_wrong')
      const report = provider.read(message.body)
      if (report.id === '') throw new PollenError('invalid', { id: ['The id is required.'] })
      const outcome = await inTransaction(app.db, (trx) =>
        recordPaymentReport(trx, program, name, report, now),
      )
      return { status: 1, message: outcome }
    },
  )
}
