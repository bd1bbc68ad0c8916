import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

type Step = { sell: string; cents: number } | { delete: string } | { credit: number }

const key = fc.constantFrom('order-1', 'order-2', 'order-3')
const cents = fc.constantFrom(0, 1, 999, 9_999, 123_456)
const steps = fc.array(
  fc.oneof(
    fc.record({ sell: key, cents }),
    fc.record({ delete: key }),
    fc.record({ credit: cents }),
  ) satisfies fc.Arbitrary<Step>,
  { maxLength: 12 },
)

/**
 * What a balance must be after `steps`, in micros: a sale pays 10 % the first time its key is seen, is
 * taken back when it is deleted, and never comes again.
 */
function expectedMicros(steps: Step[]): number {
  const earned = new Map<string, number>()
  let credited = 0
  for (const step of steps) {
    if ('sell' in step) earned.set(step.sell, earned.get(step.sell) ?? step.cents * 1000)
    else if ('credit' in step) credited += step.credit * 10_000
    else if (earned.has(step.delete)) earned.set(step.delete, 0)
  }
  return [...earned.values()].reduce((sum, micros) => sum + micros, credited)
}

describe.each(databases)('a balance on $name', (database) => {
  const server = startTestServer(database)

  it('is the sum of what was earned and credited, whatever was sold, sent again and deleted', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (steps) => {
        const { api } = await createTestProgram(server, {
          type: 'refer_a_friend',
          commission_type: 'percent',
          commission_micros: 10_000_000n,
        })
        await api.post('/customers', { id: 'anna' })
        await api.post('/customers', { id: 'bob', referring_customer: { id: 'anna' } })

        for (const step of steps) {
          if ('sell' in step) {
            const amount = (step.cents / 100).toFixed(2)
            await api.post('/transactions', { customer: { id: 'bob' }, key: step.sell, amount })
          } else if ('credit' in step) {
            const amount = (step.credit / 100).toFixed(2)
            const credit = { amount, amount_units: 'USD', is_currency: true }
            await api.post('/customers/anna/balance/credit', credit)
          } else await api.delete(`/transactions/${step.delete}`)
        }

        const { body } = await api.get('/customers/anna/balance')
        const shown = body.data.balance.currency?.[0].amount ?? 0
        expect(Math.round(shown * 1_000_000)).toBe(expectedMicros(steps))
      }),
      { numRuns: 20 },
    )
  })
})
