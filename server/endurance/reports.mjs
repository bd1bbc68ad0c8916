import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

const json = { 'content-type': 'application/json' }

/** As a browser sends it from a page of the shop. */
const browser = {
  'content-type': 'text/plain;charset=UTF-8',
  origin: 'https://shop.example',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}

/**
 * What is sent under load: each call makes a request with an id of its own, of one kind. `id` is what
 * the record is found by in the database.
 */
export const reports = (program) => {
  const events = `/pub/v1/programs/${program.public_id}`
  const authorized = { ...json, authorization: `Bearer ${program.api_key}` }
  return {
    click: () => {
      const id = uuidv7()
      const body = {
        id,
        key: 'jane',
        url: 'https://shop.example/pricing?aff=jane',
        referrer: 'https://blog.example/best-shops',
        session: uuidv7(),
        at: Date.now(),
      }
      return { kind: 'click', id, path: `${events}/clicks`, headers: browser, body }
    },
    signUp: () => {
      const id = `u-${randomBytes(8).toString('hex')}`
      const data = { key: id, email: `${id}@example.com`, name: 'Ada' }
      const body = { id: uuidv7(), key: 'jane', session: uuidv7(), data }
      return { kind: 'signUp', id, path: `${events}/customers`, headers: browser, body }
    },
    sale: () => {
      const id = `s-${randomBytes(8).toString('hex')}`
      const body = { key: id, amount: 100, customer: { key: 'ada' } }
      return { kind: 'sale', id, path: '/v1/transactions', headers: authorized, body }
    },
    partner: () => ({
      path: '/v1/partners',
      headers: authorized,
      body: { key: 'jane', email: 'jane@example.com', name: 'Jane' },
    }),
    /** A read; there is a partner and a customer to be found. */
    read: () => ({ method: 'GET', path: '/v1/customers/ada', headers: authorized }),
    customer: () => ({
      path: '/v1/customers',
      headers: authorized,
      body: { key: 'ada', email: 'ada@example.com', partner: { key: 'jane' } },
    }),
  }
}

/**
 * Sends a report.
 *
 * @returns Status and body; status 0 where no answer came.
 */
export async function send(url, { path, headers, body }) {
  try {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: await answer.json(),
    }
  } catch {
    return { status: 0, retryAfter: null, body: undefined }
  }
}
