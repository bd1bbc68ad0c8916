import { randomInt } from 'node:crypto'
import { createApi } from './create-api.js'
import type { TestServer } from './start-test-server.js'

/** All that a partner reads, below the program. */
export const PORTAL_READS = [
  '/me',
  '/offers',
  '/figures',
  '/links',
  '/referrals',
  '/commissions',
  '/codes',
  '/payouts',
]

/** A browser in a program's portal, at an address of its own: it keeps its cookie. */
export interface PortalBrowser {
  get(path: string): Promise<PortalAnswer>
  post(path: string, body?: unknown): Promise<PortalAnswer>
  put(path: string, body?: unknown): Promise<PortalAnswer>
  delete(path: string): Promise<PortalAnswer>
  /** `name=value`, once it is signed in. */
  cookie: string
}

interface PortalAnswer {
  status: number
  headers: Record<string, unknown>
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into member by member.
  body: any
}

/** @param headers Instead of those of a browser on a page of the server. */
export function portalBrowser(
  { url }: Pick<TestServer, 'url'>,
  programId: string,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
): PortalBrowser {
  const address = [10, randomInt(256), randomInt(256), randomInt(256)].join('.')
  const call = (method: string) => async (path: string, body?: unknown) => {
    const api = createApi(`${url}/portal/v1/programs/${programId}`, {
      'x-forwarded-for': address,
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(browser.cookie && { cookie: browser.cookie }),
    })
    const answer = await api.send(method, path, body)
    const [set] = [answer.headers['set-cookie'] ?? []].flat() as string[]
    if (set) browser.cookie = /=;/.test(set) ? '' : (set.split(';')[0] ?? '')
    return answer
  }
  const browser: PortalBrowser = {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    delete: call('DELETE'),
    cookie: '',
  }
  return browser
}
