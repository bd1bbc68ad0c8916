/**
 * Encodes a key so that every reader gets exactly this key back: unreserved characters (RFC 3986,
 * section 2.3) and `@` stay bare, as Django decodes nothing; what has a meaning in a cookie or to a
 * reader is encoded, as Rack takes a bare `+` for a space.
 */
export const encodeCookieValue = (value: string): string =>
  encodeURIComponent(value).replace(/%40/g, '@')
