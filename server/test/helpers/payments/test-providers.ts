import { chargebee } from './chargebee.js'
import { paddle } from './paddle.js'
import { paddleClassic } from './paddle-classic.js'
import type { TestProvider } from './payment-provider.js'
import { stripe } from './stripe.js'

/** Every provider: `describe.each(testProviders)`. */
export const testProviders: TestProvider[] = [stripe, paddle, paddleClassic, chargebee]
