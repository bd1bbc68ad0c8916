import { describe, expect, it } from 'vitest'
import { webhookEvents } from '../../../src/domain/webhooks/webhook-events.js'
import type { ProgramType } from '../../../src/store/database.js'
import type { Api } from '../../helpers/create-api.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { eventually } from '../../helpers/eventually.js'
import { startReceiver } from '../../helpers/start-receiver.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const JANE = { id: 'p1', key: 'jane', email: 'jane@example.com' }
const SALE = { key: 't1', customer: { key: 'c1' }, amount: 100 }
const LEAD = { name: 'Alice', email: 'alice@example.com', partner: { key: 'jane' } }

const withPartner = (api: Api) => api.post('/partners', JANE)

const withCustomer = async (api: Api) => {
  await withPartner(api)
  await api.post('/customers', { key: 'c1', partner: { key: 'jane' } })
}

const withSale = async (api: Api) => {
  await withCustomer(api)
  await api.post('/transactions', SALE)
}

const withFriends = async (api: Api) => {
  await api.post('/customers', { id: 'ann' })
  await api.post('/customers', { id: 'bob', referring_customer: { id: 'ann' } })
}

const withSubscriber = async (api: Api) => {
  await api.post('/rewards', { name: 'Mug' })
  await api.post('/subscribers', { id: 'ann', email: 'ann@example.com' })
}

/** What brings each event about. */
const causes: Record<ProgramType, Record<string, (api: Api) => Promise<unknown>>> = {
  affiliate: {
    'partner.created': withPartner,
    'partner.updated': async (api) => {
      await withPartner(api)
      await api.put('/partners/p1', { name: 'Jane' })
    },
    'partner.deleted': async (api) => {
      await withPartner(api)
      await api.delete('/partners/p1')
    },
    'partner.approved': async (api) => {
      await api.post('/partners', { ...JANE, approved: false })
      await api.post('/partners/p1/approve')
    },
    'partner.rejected': async (api) => {
      await api.post('/partners', { ...JANE, approved: false })
      await api.post('/partners/p1/reject')
    },
    'partner.archived': async (api) => {
      await withPartner(api)
      await api.post('/partners/p1/archive')
    },
    'customer.created': withCustomer,
    'customer.updated': async (api) => {
      await withCustomer(api)
      await api.put('/customers/c1', { name: 'Carl' })
    },
    'customer.deleted': async (api) => {
      await withCustomer(api)
      await api.delete('/customers/c1')
    },
    'transaction.created': withSale,
    'transaction.updated': async (api) => {
      await withSale(api)
      await api.post('/transactions/t1/archive')
    },
    'transaction.deleted': async (api) => {
      await withSale(api)
      await api.delete('/transactions/t1')
    },
    'reward.created': withSale,
    'reward.approved': withSale,
    'reward.paid': async (api) => {
      await withSale(api)
      const request = { partner: { key: 'jane' }, amount_units: 'USD' }
      const { id } = (await api.post('/payout_requests', request)).body.data
      await api.post(`/payout_requests/${id}/approve`)
      await api.post(`/payout_requests/${id}/mark_as_paid`)
    },
    'lead.submitted': async (api) => {
      await withPartner(api)
      await api.post('/leads', LEAD)
    },
    'lead.converted': async (api) => {
      await withPartner(api)
      await api.post('/leads', LEAD)
      await api.post('/leads/convert', { id: 1 })
    },
    'lead.rejected': async (api) => {
      await withPartner(api)
      await api.post('/leads', LEAD)
      await api.post('/leads/reject', { id: 1 })
    },
  },
  refer_a_friend: {
    'customer.created': withFriends,
    'customer.updated': async (api) => {
      await withFriends(api)
      await api.put('/customers', { id: 'ann', update: { name: 'Ann' } })
    },
    'customer.deleted': async (api) => {
      await withFriends(api)
      await api.delete('/customers/ann')
    },
    'customer.credited': async (api) => {
      await withFriends(api)
      const credit = { amount: 3, amount_units: 'usd', is_currency: true }
      await api.post('/customers/ann/balance/credit', credit)
    },
    ...Object.fromEntries(
      ['customer.rewarded', 'transaction.created', 'reward.created', 'reward.approved'].map(
        (event) => [
          event,
          async (api: Api) => {
            await withFriends(api)
            await api.post('/transactions', { key: 't1', customer: { id: 'bob' }, amount: 100 })
          },
        ],
      ),
    ),
    'reward.paid': async (api) => {
      await withFriends(api)
      const sale = { key: 't1', customer: { id: 'bob' }, amount: 100, rewarded: true }
      await api.post('/transactions', sale)
    },
    'transaction.updated': async (api) => {
      await withFriends(api)
      await api.post('/transactions', { key: 't1', customer: { id: 'bob' }, amount: 100 })
      await api.post('/transactions/t1/archive')
    },
    'transaction.deleted': async (api) => {
      await withFriends(api)
      await api.post('/transactions', { key: 't1', customer: { id: 'bob' }, amount: 100 })
      await api.delete('/transactions/t1')
    },
  },
  newsletter: {
    'subscriber.created': withSubscriber,
    'subscriber.updated': async (api) => {
      await withSubscriber(api)
      await api.put('/subscribers/ann', { name: 'Ann' })
    },
    'subscriber.deleted': async (api) => {
      await withSubscriber(api)
      await api.delete('/subscribers/ann')
    },
    'subscriber.rewarded': async (api) => {
      await withSubscriber(api)
      await api.post('/subscribers', { email: 'bob@example.com', referral: { id: 'ann' } })
    },
  },
}

const cases = Object.entries(webhookEvents).flatMap(([type, events]) =>
  events.map((event) => ({ type: type as ProgramType, event })),
)

describe.each(databases)('events on $name', (database) => {
  const server = startTestServer(database, { allowPrivateWebhooks: true })
  const receiver = startReceiver()

  // Most of each is waiting until the server looks for messages again.
  it.concurrent.each(cases)(
    'tell a webhook of $event in a program of type $type',
    async ({ type, event }) => {
      const { id, api } = await createTestProgram(server, { type })
      const hook = { name: 'All', url: `${receiver.url}/${id}`, events: [event] }
      expect((await api.post('/webhooks', hook)).status).toBe(200)
      const cause = causes[type][event]
      expect(cause, `nothing is known to cause ${event}`).toBeDefined()
      await cause?.(api)
      const message = await eventually(() => {
        const [first] = receiver.messages.filter(({ path }) => path === `/${id}`)
        expect(first).toBeDefined()
        return JSON.parse(first?.body ?? '')
      })
      expect(message).toMatchObject({ event, data: expect.any(Object) })
      expect(Object.keys(message.data).length).toBeGreaterThan(3)
    },
  )
})
