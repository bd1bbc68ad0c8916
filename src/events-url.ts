/**
 * Where events go.
 *
 * @param host A server, `https://pollen.example`, or an address on it that ends otherwise,
 * `https://shop.example/p`, which is taken as it is.
 */
export const eventsUrl = (host: string | undefined): string =>
  `${host}`.replace(/(\/\/[^/]+)\/*$/, '$1/pub/v1')
