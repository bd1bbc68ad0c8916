import { connectPaddle } from './paddle.js'
import { startPart } from './start-part.js'

startPart('paddle', (referrers, option) =>
  connectPaddle(referrers, { customer: option('customer') }),
)
