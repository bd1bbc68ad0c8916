/**
 * How many there are of all, where only some were looked at.
 *
 * @param found How many there are among those that were looked at.
 * @param lookedAt How many were looked at.
 * @param all How many there are to look at.
 */
export function projected(
  found: number,
  lookedAt: number,
  all: number,
): { count: number; estimated: boolean } {
  if (lookedAt >= all) return { count: Math.min(found, all), estimated: false }
  return { count: lookedAt === 0 ? 0 : Math.round((found / lookedAt) * all), estimated: true }
}
