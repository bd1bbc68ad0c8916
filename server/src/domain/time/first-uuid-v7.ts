/**
 * The text that no UUID v7 made at this time or later sorts before: they begin with the time (RFC 9562,
 * section 5.7).
 *
 * @param time Milliseconds since the epoch.
 */
export function firstUuidV7(time: number): string {
  const hex = Math.max(time, 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7`
}
