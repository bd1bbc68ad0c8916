import type { Example } from '../../src/openapi/operation.js'
import type { Api, ApiAnswer } from './create-api.js'
import type { StandIns } from './seed-examples.js'

/**
 * Sends an example of the OpenAPI document.
 *
 * @param name Of the operation: `GET /v1/partners/{id}`.
 * @param api With the server's origin as its base.
 */
export function sendExample(
  api: Api,
  name: string,
  { path: members = {}, query = {}, body }: Example,
  standIns: StandIns,
): Promise<ApiAnswer> {
  const [method, path] = name.split(' ') as [string, string]
  const filled = path.replace(/\{(\w+)\}/g, (_, member) => {
    const value = String(members[member])
    return standIns[value] ?? value
  })
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, String(value)]),
  )
  return api.send(method, search.size > 0 ? `${filled}?${search}` : filled, body)
}
