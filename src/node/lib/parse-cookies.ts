/**
 * The cookies of a request by name, decoded. Of several with one name the first counts: browsers send
 * the one with the longest path, then the oldest, first (RFC 6265, section 5.4).
 *
 * @param header `a=1; b=2`, as it came.
 */
export function parseCookies(header: string | null | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, equals).trim()
    if (equals < 0 || cookies.has(name)) continue
    cookies.set(name, decode(pair.slice(equals + 1).trim()))
  }
  return cookies
}

/** A value with a malformed percent sign is left as it is. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
