/**
 * A copy of rows in the order of a column of texts. Nodes write the same rows in one order, so that they do
 * not wait for each other in a circle.
 */
export const sortedBy = <Column extends string, Row extends Record<Column, string>>(
  rows: readonly Row[],
  column: Column,
): Row[] => [...rows].sort((a, b) => (a[column] < b[column] ? -1 : a[column] > b[column] ? 1 : 0))
