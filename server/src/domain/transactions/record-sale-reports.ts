import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import { type TransactionRecord, transactionRecords } from '../../records/transaction-records.js'
import type { Database, ProgramRow } from '../../store/database.js'
import type { Identifier } from '../../store/statements/find-record.js'
import { knownCustomers } from '../customers/sale-customer.js'
import type { Sale } from './read-sale.js'
import { recordSales } from './record-sales.js'

/** What a back end tells of one sale, of a customer who is known. */
export interface SaleReport {
  program: ProgramRow
  customer: Identifier
  sale: Sale
}

/** What is answered of a sale; or why nothing was recorded. */
type SaleAnswer = TransactionRecord | PollenError

/**
 * Records what back ends tell, program by program, see `recordSales`.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 * @returns One for each report.
 * @throws PollenError What is wrong with one of them.
 */
export async function recordSaleReports(
  trx: Kysely<Database>,
  reports: readonly SaleReport[],
  now: number,
): Promise<SaleAnswer[]> {
  const answers = new Map<SaleReport, SaleAnswer>()
  for (const ofProgram of byProgram(reports).values()) {
    for (const [report, answer] of await recordOfProgram(trx, ofProgram, now)) {
      answers.set(report, answer)
    }
  }
  return reports.map((report) => answers.get(report) ?? new PollenError('busy'))
}

function byProgram(reports: readonly SaleReport[]): Map<string, SaleReport[]> {
  const groups = new Map<string, SaleReport[]>()
  for (const report of reports) {
    const { program_id } = report.program
    groups.set(program_id, [...(groups.get(program_id) ?? []), report])
  }
  return groups
}

async function recordOfProgram(
  trx: Kysely<Database>,
  reports: readonly SaleReport[],
  now: number,
): Promise<[SaleReport, SaleAnswer][]> {
  const [first] = reports
  if (!first) return []
  const { program } = first
  const named = reports.map(({ customer }) => customer)
  const customers = await knownCustomers(trx, program, named)
  const refused: [SaleReport, SaleAnswer][] = []
  const asked = reports.flatMap((report, index) => {
    const customer = customers[index]
    if (customer === undefined) return []
    if (!(customer instanceof PollenError)) return { report, customer, sale: report.sale }
    refused.push([report, customer])
    return []
  })
  const rows = await recordSales(trx, program, asked, now)
  const records = await transactionRecords(trx, program, rows, now)
  const answered = asked.flatMap(({ report }, index): [SaleReport, SaleAnswer][] => {
    const record = records[index]
    return record ? [[report, record]] : []
  })
  return [...refused, ...answered]
}
