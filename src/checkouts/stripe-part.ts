import { startPart } from './start-part.js'
import { connectStripe } from './stripe.js'

startPart('stripe', (referrers, option) =>
  connectStripe(referrers, { customer: option('customer'), hosts: option('hosts')?.split(',') }),
)
