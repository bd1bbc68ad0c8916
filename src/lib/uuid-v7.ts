/**
 * A time-ordered unique id (RFC 9562, section 5.7): 48 bits of time, then 72 random ones.
 *
 * @param now Milliseconds since the epoch; they have eleven hexadecimal digits until the year 2527.
 */
export const uuidV7 = (now = Date.now()): string => {
  const random = crypto.getRandomValues(new Uint8Array(23))
  return (
    `0${now.toString(16)}`.replace(/.{8}/, '$&-') +
    '-7xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, (_, at) => ((random[at] as number) % 16).toString(16))
  )
}
