import type { PaymentProvider } from '../../store/database.js'
import { chargebee } from './chargebee.js'
import { paddle } from './paddle.js'
import { paddleClassic } from './paddle-classic.js'
import type { Provider } from './provider.js'
import { stripe } from './stripe.js'

/** Every payment provider that we understand, by its name in addresses. */
export const providers: Record<PaymentProvider, Provider> = {
  stripe,
  paddle,
  'paddle-classic': paddleClassic,
  chargebee,
}

export const PAYMENT_PROVIDERS = Object.keys(providers) as PaymentProvider[]
