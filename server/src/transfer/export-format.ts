import type { AnyRow } from '../store/program-rows.js'

/**
 * A program as a file: lines of JSON (https://github.com/ndjson/ndjson-spec), first an `ExportHead`,
 * then an `ExportRow` each, at last an `ExportEnd`. An amount (`…_micros`) is a text, for JSON's numbers
 * end at 2^53. The same on every database.
 */
export const FORMAT = 1

export interface ExportHead {
  pollen_export: number
  program_id: string
  /** The newest migration of the database: what the columns mean. */
  migration: string
  exported_at: string
}

export interface ExportRow {
  table: string
  row: AnyRow
}

export interface ExportEnd {
  /** How many rows of each table there are. */
  rows: Record<string, number>
  /** Of all the lines before, line ends included, in hexadecimal. */
  sha256: string
}

export const writeLine = (value: ExportHead | ExportRow | ExportEnd): string =>
  `${JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member))}\n`

/** @throws When a row is not one. */
export function readRow(line: string): ExportRow {
  const { table, row } = JSON.parse(line) as Partial<ExportRow>
  if (typeof table !== 'string' || typeof row !== 'object' || row === null) {
    throw new Error('it is no row of a table')
  }
  for (const [column, value] of Object.entries(row)) {
    if (column.endsWith('_micros') && value !== null) row[column] = BigInt(value)
  }
  return { table, row }
}
