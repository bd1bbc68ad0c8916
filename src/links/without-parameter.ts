/** The address without this parameter in its query; all else stays as it is to the letter. */
export function withoutParameter(href: string, name: string): string {
  const [address = '', ...fragment] = href.split('#')
  const [path, ...query] = address.split('?')
  const kept = query
    .join('?')
    .split('&')
    .filter((parameter) => parameter.split('=')[0] !== name)
    .join('&')
  return [kept ? `${path}?${kept}` : path, ...fragment].join('#')
}
