/** Headers in any shape that a back end meets: `Headers`, Node's `req.headers`, a plain object. */
export type HeadersLike =
  | Pick<Headers, 'get'>
  | Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * One header of a message, whatever the case its name is written in.
 *
 * @returns Several values joined as the cookie header joins them; `undefined` where there is none.
 */
export function headerOf(headers: HeadersLike, name: string): string | undefined {
  if (isHeaders(headers)) return headers.get(name) ?? undefined
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name)
  const value = found === undefined ? undefined : headers[found]
  return typeof value === 'object' ? value.join('; ') : value
}

const isHeaders = (headers: HeadersLike): headers is Pick<Headers, 'get'> =>
  typeof headers.get === 'function'
