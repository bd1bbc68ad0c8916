/**
 * All that the server learns of a visitor's request; never the site's own cookies or credentials.
 *
 * @param address The visitor's IP address, where it is known.
 */
export function visitorHeaders({ headers }: Request, address: string | undefined): Headers {
  const told = new Headers({
    accept: 'application/json',
    'content-type': headers.get('content-type') ?? 'text/plain',
  })
  const agent = headers.get('user-agent')
  if (agent !== null) told.set('user-agent', agent)
  if (address !== undefined) told.set('x-forwarded-for', address)
  return told
}
