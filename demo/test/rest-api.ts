import { createPollen } from '../shop/pollen.mjs'

interface Sum {
  amount: number
}

/** What the tests read through the REST API of one program. */
export function restApi(url: string, apiKey: string) {
  const pollen = createPollen({ url, apiKey })
  const read = async (path: string) => (await pollen('GET', path)).body.data
  const only = (sums: Sum[] = []) => sums.reduce((sum, { amount }) => sum + amount, 0)
  return {
    /** Who gets the credit for a customer: the key of a partner or of a friend. */
    async referrerOf(email: string): Promise<string | undefined> {
      const customer = await read(`/customers/${email}`)
      return customer?.partner ?? customer?.referring_customer?.key
    },
    /** What a partner is owed, in dollars. */
    owedTo: async (key: string) => only((await read(`/partners/${key}`)).commissions.not_paid),
    /** What stands on a customer's balance, in dollars. */
    balanceOf: async (key: string) =>
      only((await read(`/customers/${key}/balance`)).balance.currency),
    /** How many sales a customer has made. */
    salesOf: async (email: string) => (await read(`/customers/${email}/transactions`)).length,
  }
}
