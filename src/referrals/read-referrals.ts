import { remembered } from '../remembered.js'
import type { WidgetData } from './widget-data.js'

/** Where a widget reads, and as whom. */
export interface Source {
  /** Of the public addresses: `https://pollen.example/pub/v1`. */
  base: string
  program: string
  /** A widget token, or an address of the site's own that answers with one for who is signed in. */
  token?: string | undefined
  tokenUrl?: string | undefined
  /** Of a customer, whose link alone is shown. */
  customerKey?: string | undefined
}

/** @throws When the server cannot be reached or refuses. */
export async function readReferrals(source: Source): Promise<WidgetData> {
  const { base, program, token, tokenUrl, customerKey } = source
  const query = customerKey ? `?key=${encodeURIComponent(customerKey)}` : ''
  const address = `${base}/programs/${encodeURIComponent(program)}/referrals${query}`
  const bearer = token ?? (tokenUrl ? await fetchToken(tokenUrl) : undefined)
  const answer = await fetch(address, {
    cache: 'no-store',
    credentials: 'omit',
    headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
  })
  return (await bodyOf(answer)).data as WidgetData
}

/**
 * Asks for the link of an e-mail address; who sent this visitor themselves is credited for them.
 *
 * @returns `undefined` where the server does not take this for an e-mail address.
 * @throws When the server cannot be reached or refuses for another reason.
 */
export async function requestLink(
  { base, program }: Source,
  email: string,
): Promise<string | undefined> {
  const answer = await fetch(`${base}/programs/${encodeURIComponent(program)}/referrers`, {
    method: 'POST',
    credentials: 'omit',
    // As plain text it needs no preflight request.
    body: JSON.stringify({ email, key: remembered().referral }),
  })
  if (answer.status === 422) return undefined
  return ((await bodyOf(answer)).data as { link: string }).link
}

/** @returns `undefined` for a visitor who is not signed in, whom the site answers without a token. */
async function fetchToken(url: string): Promise<string | undefined> {
  const answer = await fetch(url, { cache: 'no-store', headers: { accept: 'application/json' } })
  if (answer.status === 401 || answer.status === 403 || answer.status === 204) return undefined
  const { token, data } = await bodyOf(answer)
  const given = token ?? (data as { token?: unknown } | undefined)?.token
  if (typeof given !== 'string') throw new TypeError(`${url} answers without a token`)
  return given
}

async function bodyOf(answer: Response): Promise<Record<string, unknown>> {
  const body = await answer.json().catch(() => ({}))
  if (answer.ok) return body
  throw new TypeError(`${answer.url}: ${answer.status} ${body.message ?? ''}`)
}
