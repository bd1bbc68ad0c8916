/**
 * Adds parameters to the query of an address. All else stays as it is to the letter: it may be signed.
 *
 * @param href Absolute.
 * @returns The same address where one of the parameters is in it already.
 */
export function withParameters(href: string, parameters: Record<string, string>): string {
  const { searchParams } = new URL(href)
  const names = Object.keys(parameters)
  if (names.some((name) => searchParams.has(name))) return href
  const added = names.map((name) => `${name}=${encodeURIComponent(parameters[name] as string)}`)
  const [address = '', ...fragment] = href.split('#')
  const [path, ...query] = address.split('?')
  const search = [query.join('?'), ...added].filter(Boolean).join('&')
  return [`${path}?${search}`, ...fragment].join('#')
}
