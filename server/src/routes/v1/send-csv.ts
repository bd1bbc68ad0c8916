import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { FastifyReply } from 'fastify'
import type { Page } from '../../store/statements/page.js'

const ROWS_AT_ONCE = 500

interface CsvOf<Row> {
  /** Of the file, without its ending. */
  name: string
  /** The members of a record, in the order of the columns. */
  columns: string[]
  sort: Page['sort'] | undefined
  /** One page and a row. */
  list(page: Page): Promise<Row[]>
  /** What a row is sorted by, see `onPage`. */
  keyOf(row: NoInfer<Row>): (string | number)[]
  toRecords(rows: NoInfer<Row>[]): object[] | Promise<object[]>
}

/**
 * Answers with a whole list as CSV (https://www.rfc-editor.org/rfc/rfc4180), written page by page as it
 * is read, so that its length does not matter. Text that a spreadsheet would run as a formula gets an
 * apostrophe (https://owasp.org/www-community/attacks/CSV_Injection), and the mark at the beginning has
 * it read as UTF-8.
 */
export const sendCsv = <Row>(reply: FastifyReply, csv: CsvOf<Row>): FastifyReply =>
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${csv.name}.csv"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(partsOf(csv), { objectMode: false }))

async function* partsOf<Row>(csv: CsvOf<Row>): AsyncGenerator<string> {
  const { columns } = csv
  yield stringify([columns], { bom: true })
  for await (const rows of pagesOf(csv)) {
    const records = await csv.toRecords(rows)
    yield stringify(records, {
      columns,
      escape_formulas: true,
      cast: { object: listed, boolean: String },
    })
  }
}

/** Tags, flags and the like. */
const listed = (value: object): string =>
  Array.isArray(value)
    ? value.map((item) => (typeof item === 'object' ? item.value : item)).join(', ')
    : JSON.stringify(value)

async function* pagesOf<Row>({ list, keyOf, sort = 'desc' }: CsvOf<Row>): AsyncGenerator<Row[]> {
  let after: (string | number)[] | undefined
  for (;;) {
    const found = await list({ limit: ROWS_AT_ONCE, number: 1, sort, after })
    const rows = found.slice(0, ROWS_AT_ONCE)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    if (found.length <= ROWS_AT_ONCE) return
    after = keyOf(last)
  }
}
