/** A map as it is stored, in JSON; the empty one is a list, as PHP writes it and clients expect it. */
export function mapRecord(text: string): Record<string, unknown> | [] {
  const map = JSON.parse(text) as Record<string, unknown>
  return Object.keys(map).length === 0 ? [] : map
}
