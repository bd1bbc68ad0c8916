/** A customer as the REST API tells it. */
export interface Customer {
  key: string
  email: string | null
  name: string | null
  surname: string | null
  /** The key of the partner who gets the credit; missing in a refer-a-friend program. */
  partner?: string | null
}

/** A program at the server, as its owner sees it: by the REST API. */
export interface Program {
  id: string
  /** Creates a partner whose link carries this key. */
  addPartner(key: string, name?: string): Promise<void>
  /** How many clicks are credited to this partner. */
  clicksOf(partner: string): Promise<number>
  customers(): Promise<Customer[]>
  /** Who signed up, and by whom: `ann@mail.test by jane`, in the order of the alphabet. */
  signedUp(): Promise<string[]>
  /** Any call of the REST API, as a back end makes it. */
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<unknown>
}

/** @param serverUrl Where the server listens now. */
export function programOf(id: string, apiKey: string, serverUrl: () => string): Program {
  const call: Program['call'] = async (method, path, body) => {
    const answer = await fetch(`${serverUrl()}/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const content: unknown = await answer.json()
    if (answer.ok) return content
    throw new Error(`${method} ${path}: ${JSON.stringify(content)}`)
  }

  const customers = async () => {
    const { data } = (await call('GET', '/customers')) as { data: Customer[] }
    return data
  }

  return {
    id,
    call,
    customers,
    signedUp: async () =>
      (await customers()).map(({ email, partner }) => `${email} by ${partner ?? 'nobody'}`).sort(),
    async addPartner(key, name = key) {
      await call('POST', '/partners', {
        key,
        email: `${encodeURIComponent(key)}@partner.test`,
        name,
      })
    },
    async clicksOf(partner) {
      const { data } = (await call('GET', `/partners/${encodeURIComponent(partner)}`)) as {
        data: { referrals: { clicks: number } }
      }
      return data.referrals.clicks
    },
  }
}
