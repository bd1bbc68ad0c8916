import { describe, expect, it } from 'vitest'
import { clientReference } from '../../../src/checkouts/client-reference.js'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import type { TestPayment } from '../helpers/payments/payment-provider.js'
import { stripe } from '../helpers/payments/stripe.js'
import { testProviders } from '../helpers/payments/test-providers.js'
import { startTestServer } from '../helpers/start-test-server.js'

const aPayment = (more: Partial<TestPayment> = {}): TestPayment => ({
  id: '1001',
  payer: 'payer_7',
  email: 'jo@example.com',
  total: 119,
  tax: 19,
  ...more,
})

describe.each(databases)('payments on $name', (database) => {
  const server = startTestServer(database)

  describe.each(testProviders)('by $name', (provider) => {
    async function connected(): Promise<TestProgram> {
      const program = await createTestProgram(server)
      await program.api.post('/partners', { id: 'jane', key: 'jane', email: 'jane@example.com' })
      await program.api.put(`/integrations/${provider.name}`, { secret: provider.secret })
      return program
    }

    async function send({ id }: TestProgram, message: object, signingSecret?: string) {
      const { headers, body } = provider.sign(message, signingSecret)
      const url = `${server.url}/v1/integrations/${provider.name}/${id}/webhook`
      const answer = await fetch(url, { method: 'POST', headers, body })
      return { status: answer.status, body: await answer.json() }
    }

    const sales = async ({ api }: TestProgram) =>
      (await api.get('/transactions')).body.data as {
        amount: number
        partner: string
        customer: string
        rewards: { amount: number }[]
      }[]

    /** What the partner is owed, from the partner's own page. */
    const owed = async ({ api }: TestProgram) =>
      (await api.get('/partners/jane')).body.data.commissions.not_paid

    it('records the sale of a customer who is known by e-mail address, without the tax', async () => {
      const program = await connected()
      await program.api.post('/customers', {
        key: 'account-1',
        email: 'Jo@Example.com',
        partner: { key: 'jane' },
      })
      const payment = aPayment()
      if (provider.payer) await send(program, provider.payer(payment))
      expect(await send(program, provider.payment(payment))).toMatchObject({
        status: 200,
        body: { status: 1 },
      })
      expect(await sales(program)).toMatchObject([
        { customer: 'account-1', partner: 'jane', amount: 100, rewards: [{ amount: 30 }] },
      ])
    })

    it('finds the customer by the key that the merchant attached', async () => {
      const program = await connected()
      await program.api.post('/customers', { key: 'account-1', partner: { key: 'jane' } })
      const attached = { customer_key: 'account-1' }
      await send(program, provider.payment(aPayment({ attached })))
      expect(await sales(program)).toMatchObject([{ customer: 'account-1', amount: 100 }])
    })

    it('records a new customer by the key of the partner that the merchant attached', async () => {
      const program = await connected()
      const attached = { partner_key: 'jane' }
      await send(program, provider.payment(aPayment({ attached })))
      await send(program, provider.payment(aPayment({ id: '1002', total: 10, tax: 0 })))
      expect(await sales(program)).toMatchObject([
        { customer: expect.stringContaining('payer_7'), partner: 'jane', amount: 10 },
        { customer: expect.stringContaining('payer_7'), partner: 'jane', amount: 100 },
      ])
    })

    it('records a new customer by the promotion code of a partner', async () => {
      const program = await connected()
      await program.api.post('/coupons', {
        uuid_code: 'TENTH',
        coupon_discount_type: 'percent',
        coupon_discount_amount: 10,
        coupon_duration_type: 'once',
      })
      await program.api.post('/promotion-codes', {
        coupon_uuid: 'TENTH',
        code: 'JANE10',
        limit_to_specific_partner: true,
        coupon_specific_partners: { id: 'jane' },
      })
      await send(program, provider.payment(aPayment({ code: 'jane10' })))
      expect(await sales(program)).toMatchObject([{ partner: 'jane', rewards: [{ amount: 30 }] }])
    })

    it('keeps a sale that names its partner apart, where the program wants that', async () => {
      const program = await connected()
      await program.api.post('/partners', { id: 'max', email: 'max@example.com' })
      await program.api.put('/settings', { settings: { transaction_based_attribution: true } })
      await program.api.post('/customers', { key: 'account-1', partner: { key: 'jane' } })
      const attached = { customer_key: 'account-1', partner_key: 'max' }
      await send(program, provider.payment(aPayment({ attached })))
      expect(await sales(program)).toMatchObject([
        { customer: 'account-1__pkey_max', partner: 'max' },
      ])
      expect((await program.api.get('/customers/account-1')).body.data.partner).toBe('jane')
    })

    it('records nothing for whom nobody sent, and says so in an answer that ends it', async () => {
      const program = await connected()
      expect(await send(program, provider.payment(aPayment()))).toMatchObject({
        status: 200,
        body: { status: 1, message: expect.stringContaining('nobody') },
      })
      expect(await sales(program)).toEqual([])
      expect((await program.api.get('/customers')).body.data).toEqual([])
    })

    it('does everything once, however often and however much at once it is reported', async () => {
      const program = await connected()
      const payment = aPayment({ attached: { partner_key: 'jane' } })
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => send(program, provider.payment(payment))),
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      expect(await sales(program)).toHaveLength(1)
      expect(await owed(program)).toEqual([{ currency: 'USD', amount: 30 }])
    })

    it('takes the commission back with a refund, by the share that went back', async () => {
      const program = await connected()
      const payment = aPayment({ attached: { partner_key: 'jane' } })
      await send(program, provider.payment(payment))
      await send(program, provider.refund(payment, 59.5))
      await send(program, provider.refund(payment, 59.5))
      expect(await owed(program)).toEqual([{ currency: 'USD', amount: 15 }])
    })

    it('takes all of it back when the refund was reported before the payment', async () => {
      const program = await connected()
      const payment = aPayment({ attached: { partner_key: 'jane' } })
      expect((await send(program, provider.refund(payment, 119))).status).toBe(200)
      await send(program, provider.payment(payment))
      expect(await owed(program)).toEqual([])
    })

    it('believes nobody who does not know the secret', async () => {
      const program = await connected()
      const attached = { partner_key: 'jane' }
      const forged = await send(program, provider.payment(aPayment({ attached })), 'a guess')
      expect(forged).toMatchObject({ status: 401, body: { status: 0 } })
      expect(await sales(program)).toEqual([])
    })

    it('takes nothing for a program that is not connected', async () => {
      const program = await createTestProgram(server)
      expect((await send(program, provider.payment(aPayment()))).status).toBe(404)
      const nobody = { ...program, id: 'NOBODY00' }
      expect((await send(nobody, provider.payment(aPayment()))).status).toBe(404)
    })

    it('answers a message of a kind that it does not know as if it had heard it', async () => {
      const program = await connected()
      const message = { id: '1', event_id: '1', alert_id: '1', type: 'x', event_type: 'x' }
      expect((await send(program, message)).status).toBe(200)
    })
  })
})

describe.each(databases)('one payment under several names on $name', (database) => {
  const server = startTestServer(database)

  const charge = {
    id: 'ch_1',
    payment_intent: 'pi_1',
    currency: 'usd',
    amount: 10_000,
    amount_refunded: 10_000,
  }
  const invoice = {
    id: 'in_1',
    customer: 'cus_1',
    currency: 'usd',
    amount_paid: 10_000,
    parent: { subscription_details: { metadata: { partner_key: 'jane' } } },
  }
  const names = { id: 'inpay_1', invoice: 'in_1', payment: { payment_intent: 'pi_1' } }

  it.each([
    ['payment, names, refund', [0, 1, 2]],
    ['payment, refund, names', [0, 2, 1]],
    ['names, payment, refund', [1, 0, 2]],
    ['names, refund, payment', [1, 2, 0]],
    ['refund, payment, names', [2, 0, 1]],
    ['refund, names, payment', [2, 1, 0]],
  ])('comes to the same when they arrive as %s', async (_, order) => {
    const { id, api } = await createTestProgram(server)
    await api.post('/partners', { id: 'jane', key: 'jane', email: 'jane@example.com' })
    await api.put('/integrations/stripe', { secret: stripe.secret })
    const messages = [
      { id: 'evt_1', type: 'invoice.paid', data: { object: invoice } },
      { id: 'evt_2', type: 'invoice_payment.paid', data: { object: names } },
      { id: 'evt_3', type: 'charge.refunded', data: { object: charge } },
    ]
    for (const index of order) {
      const { headers, body } = stripe.sign(messages[index] ?? {})
      const url = `${server.url}/v1/integrations/stripe/${id}/webhook`
      expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200)
    }
    const { body } = await api.get('/transactions')
    expect(body.data).toMatchObject([{ amount: 100, partner: 'jane' }])
    expect((await api.get('/partners/jane')).body.data.commissions.not_paid).toEqual([])
  })
})

describe.each(databases)('the one reference of a Stripe checkout on $name', (database) => {
  const server = startTestServer(database)

  async function pay({ id, api }: TestProgram, more: object) {
    await api.put('/integrations/stripe', { secret: stripe.secret })
    const object = {
      ...{ id: 'cs_1', customer: 'cus_1', payment_intent: 'pi_1', payment_status: 'paid' },
      ...{ currency: 'usd', amount_total: 10_000, ...more },
    }
    const message = { id: 'evt_1', type: 'checkout.session.completed', data: { object } }
    const { headers, body } = stripe.sign(message)
    const url = `${server.url}/v1/integrations/stripe/${id}/webhook`
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200)
    return (await api.get('/transactions')).body.data
  }

  const payer = { customer_details: { email: 'jo@example.com' } }

  it('is a customer, where there is one', async () => {
    const program = await createTestProgram(server)
    await program.api.post('/partners', { id: 'jane', key: 'jane', email: 'jane@example.com' })
    await program.api.post('/customers', { key: 'account-1', partner: { key: 'jane' } })
    expect(await pay(program, { ...payer, client_reference_id: 'account-1' })).toMatchObject([
      { customer: 'account-1', partner: 'jane' },
    ])
  })

  it.each(['jane@example.com', 'jürgen'])(
    'is the partner %s, as the script writes it',
    async (key) => {
      const program = await createTestProgram(server)
      await program.api.post('/partners', { id: 'p-1', key, email: 'p@example.com' })
      const reference = { client_reference_id: clientReference(key) }
      expect(await pay(program, { ...payer, ...reference })).toMatchObject([{ partner: 'p-1' }])
    },
  )

  it('is the friend who sent the payer, unless the payer has the same address', async () => {
    const program = await createTestProgram(server, { type: 'refer_a_friend' })
    const anna = { id: 'anna', key: 'anna', email: 'anna@example.com' }
    await program.api.post('/customers', anna)
    expect(await pay(program, { ...payer, client_reference_id: 'anna' })).toMatchObject([
      { customer: 'anna', rewards: [{ amount: 5 }] },
    ])
  })

  it('is nobody where it cannot be a key', async () => {
    const program = await createTestProgram(server)
    expect(await pay(program, { ...payer, client_reference_id: 'po_AAEC' })).toEqual([])
  })
})
