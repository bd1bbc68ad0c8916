/** `1,234 rows in 12 tables`. */
export function rowsOf(rows: Record<string, number>): string {
  const counts = Object.values(rows).filter((count) => count > 0)
  const sum = counts.reduce((total, count) => total + count, 0)
  return `${sum.toLocaleString('en')} rows in ${counts.length} tables`
}
