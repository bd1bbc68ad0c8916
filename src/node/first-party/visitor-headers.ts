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
  // By the origin the server judges whether the page is one of the program's.
  for (const name of ['user-agent', 'origin']) {
    const value = headers.get(name)
    if (value !== null) told.set(name, value)
  }
  if (address !== undefined) told.set('x-forwarded-for', address)
  return told
}
