/**
 * Whether a request is a person's way to a page: not a picture or a call of a script, and not a page
 * fetched in advance, which nobody may ever see (https://fetch.spec.whatwg.org/#sec-purpose-header).
 */
export function isPageVisit({ method, headers }: Request): boolean {
  const destination = headers.get('sec-fetch-dest') ?? 'document'
  return method === 'GET' && destination === 'document' && !headers.has('sec-purpose')
}
