import express from 'express'
import { createClient, type PollenError, referral } from '../../../src/node/index.js'

const pollen = createClient({
  apiKey: process.env.POLLEN_KEY ?? '',
  host: process.env.POLLEN_HOST ?? 'https://pollen.example',
})

/** The shop goes on when Pollen does not: what failed is for the log, or for a queue of your own. */
const report = (call: Promise<unknown>) =>
  call.catch((error: PollenError) => console.warn(error.message))

export const app = express()
app.use(express.json())

app.post('/sign-up', async (request, response) => {
  const { partner } = referral(request)
  const { id, email } = request.body
  if (partner) await report(pollen.customers.create({ key: id, email, partner: { key: partner } }))
  response.sendStatus(201)
})

app.post('/paid', async (request, response) => {
  const { paymentId, amount, customerId } = request.body
  await report(
    pollen.transactions.create({ key: paymentId, amount, customer: { key: customerId } }),
  )
  response.sendStatus(201)
})

app.post('/refunded', async (request, response) => {
  await report(pollen.transactions.delete(request.body.paymentId))
  response.sendStatus(204)
})
