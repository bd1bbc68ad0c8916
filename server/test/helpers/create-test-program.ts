import { createProgram, type NewProgram } from '../../src/domain/programs/create-program.js'
import { apiWithKey } from './api-with-key.js'
import { type Api, createApi } from './create-api.js'
import type { TestServer } from './start-test-server.js'

export interface TestProgram {
  id: string
  /** Opens it, for everything. */
  apiKey: string
  /** Calls the REST API with the program's key. */
  api: Api
  /** Sends events as a browser does. */
  events: Api
}

/** A program of a test's own: affiliate and 30 %, unless `options` say otherwise. */
export async function createTestProgram(
  server: TestServer,
  options: Partial<NewProgram> = {},
): Promise<TestProgram> {
  const isAffiliate = (options.type ?? 'affiliate') === 'affiliate'
  const { program, apiKey } = await createProgram(
    await server.database.open(),
    {
      name: 'Api Test',
      website: 'https://shop.example',
      type: 'affiliate',
      parameter: isAffiliate ? 'aff' : 'ref',
      url_format: 'query',
      cookie_lifetime_days: 30,
      attribution: 'last_click',
      currency: 'USD',
      commission_type: isAffiliate ? 'percent' : 'fixed',
      commission_micros: isAffiliate ? 30_000_000n : 5_000_000n,
      ...options,
    },
    Date.now(),
  )
  return {
    id: program.program_id,
    apiKey,
    api: apiWithKey(server, apiKey),
    events: createApi(`${server.url}/pub/v1/programs/${program.program_id}`, {
      'content-type': 'text/plain;charset=UTF-8',
    }),
  }
}
