/**
 * Percent-encodes what a client left bare in a path. Node hands each byte beyond ASCII over as one
 * character, so `/customers/jürgen` in UTF-8 would otherwise be read as `jÃ¼rgen`.
 *
 * @param url As `http.IncomingMessage` has it.
 */
export const encodeRawPath = (url: string): string =>
  url.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
