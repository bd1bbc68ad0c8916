import { type Api, createApi } from './create-api.js'
import type { TestServer } from './start-test-server.js'

/** The REST API as whoever holds `apiKey` sees it. */
export const apiWithKey = (server: Pick<TestServer, 'url'>, apiKey: string): Api =>
  createApi(`${server.url}/v1`, {
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
  })
