/**
 * All that the server learns of a visitor's request; never the site's own cookies or credentials.
 *
 * @param address The visitor's IP address, where it is known.
 * @param takesToken Whether a widget's token may come with it.
 */
export function visitorHeaders(
  { headers }: Request,
  address: string | undefined,
  takesToken: boolean,
): Headers {
  const told = new Headers({ accept: 'application/json' })
  // By the origin the server judges whether the page is one of the program's.
  for (const name of ['user-agent', 'origin', 'content-type']) {
    const value = headers.get(name)
    if (value !== null) told.set(name, value)
  }
  const authorization = headers.get('authorization') ?? ''
  // A site that asks for a password of its own has `Basic` here, and keeps it.
  if (takesToken && /^bearer /i.test(authorization)) told.set('authorization', authorization)
  if (address !== undefined) told.set('x-forwarded-for', address)
  return told
}
