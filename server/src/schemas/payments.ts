import { Type } from 'typebox'
import { PAYMENT_PROVIDERS } from '../domain/payments/providers.js'

const ProviderName = Type.Enum([...PAYMENT_PROVIDERS])

export const ProviderPath = Type.Object({ provider: ProviderName })

export const PaymentWebhookPath = Type.Object({
  provider: ProviderName,
  program_id: Type.String(),
})

export const ProviderBody = Type.Object({
  secret: Type.String({
    minLength: 8,
    maxLength: 4096,
    description:
      "What the provider's messages are known by. Stripe: the endpoint's signing secret. Paddle: the destination's secret key. Paddle Classic: the public key, in PEM. Chargebee: the webhook's user name and password, with a colon between.",
  }),
})
