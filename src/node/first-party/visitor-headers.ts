/**
 * All that the server learns of a visitor's request; never the site's own cookies or credentials.
 *
 * @param address The visitor's IP address, where it is known.
 */
export function visitorHeaders({ headers }: Request, address: string | undefined): Headers {
  const told = new Headers({ accept: 'application/json' })
  for (const name of ['content-type', 'user-agent']) {
    const value = headers.get(name)
    if (value !== null) told.set(name, value)
  }
  if (address !== undefined) told.set('x-forwarded-for', address)
  return told
}
