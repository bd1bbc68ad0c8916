import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'
import { filledSnippet } from '../../../src/domain/programs/filled-snippet.js'
import type { ProgramRow } from '../../../src/store/database.js'
import { findProgram } from '../../../src/store/programs.js'
import type { TestProgram } from '../../helpers/create-test-program.js'
import type { TestServer } from '../../helpers/start-test-server.js'

const SNIPPET = new URL('../../../../dist/snippet.html', import.meta.url)

/** A merchant's site: a page with the snippet, and a button that buys something for 80. */
export interface Shop {
  url: string
  /** Whose snippet its page carries, and whom its back end tells of sales. */
  opensWith(server: TestServer, program: TestProgram): Promise<void>
}

/** Runs a shop on a port of this machine for the length of a suite. */
export function startShop(): Shop {
  let page = ''
  let sell = async (_partner: string) => {}
  const shop: Shop = {
    url: '',
    async opensWith(server, { id, api }) {
      const program = (await findProgram(await server.database.open(), id)) as ProgramRow
      const snippet = filledSnippet(readFileSync(SNIPPET, 'utf8'), program, [], server.url)
      page = `<!doctype html><title>Shop</title>${snippet}<form action="/buy" method="post"><button>Buy</button></form>`
      sell = async (key) => {
        const customer = {
          key: 'vera',
          name: 'Vera',
          surname: 'Visitor',
          email: 'vera@example.com',
        }
        await api.post('/customers', { ...customer, partner: { key } })
        await api.post('/transactions', { key: 'order-1', amount: 80, customer: { key: 'vera' } })
      }
    },
  }
  const server = createServer(async ({ url, headers }, response) => {
    if (url === '/buy') {
      const key = /partnero_partner=([^;]+)/.exec(headers.cookie ?? '')?.[1]
      if (key) await sell(decodeURIComponent(key))
      response.end('Thank you')
    } else {
      response.setHeader('content-type', 'text/html').end(page)
    }
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    shop.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return shop
}
