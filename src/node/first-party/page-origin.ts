/**
 * The origin that the visitor's browser shows, as near as a server can know it: what the browser says
 * itself, else what a proxy in front says, else what was asked for. Nothing but the scope of this
 * visitor's own cookies depends on it, so a visitor who lies harms nobody else.
 */
export function pageOrigin(request: Request): URL {
  const { headers } = request
  const asked = new URL(request.url)
  const protocol = first(headers.get('x-forwarded-proto')) ?? asked.protocol.slice(0, -1)
  const host = first(headers.get('x-forwarded-host')) ?? asked.host
  const candidates = [headers.get('origin') ?? '', `${protocol}://${host}`]
  const found = candidates.find((url) => /^https?:/.test(url) && URL.canParse(url))
  return found === undefined ? asked : new URL(found)
}

/** Of several proxies the first is the one that the visitor reached. */
const first = (header: string | null): string | undefined => header?.split(',')[0]?.trim()
