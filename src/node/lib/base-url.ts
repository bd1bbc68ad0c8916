/**
 * The address that paths are added to.
 *
 * @param host `https://pollen.example`, or with a path of its own.
 * @param path Where a host without a path has it: `/v1`.
 * @param caller Named in the error.
 * @throws TypeError
 */
export function baseUrl(host: string, path: string, caller: string): string {
  const url = URL.canParse(host) ? new URL(host) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(`${caller} needs \`host\`, the server's URL: 'https://pollen.example'.`)
  }
  return url.origin + (url.pathname === '/' ? path : url.pathname.replace(/\/+$/, ''))
}
