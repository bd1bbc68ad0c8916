import fp from 'fastify-plugin'
import {
  type ClickReport,
  type RecordedClick,
  recordClicks,
} from '../domain/clicks/record-clicks.js'
import {
  recordPublicSignUps,
  type SignedUp,
  type SignUpReport,
} from '../domain/customers/record-public-sign-ups.js'
import { recordSaleReports, type SaleReport } from '../domain/transactions/record-sale-reports.js'
import type { TransactionRecord } from '../records/transaction-records.js'
import { type GroupWriter, groupWriter } from '../store/group-writer.js'
import { inTransaction } from '../store/in-transaction.js'

declare module 'fastify' {
  interface FastifyInstance {
    /** Records what browsers and back ends report; each resolves once it is on disk. */
    recording: {
      clicks: GroupWriter<ClickReport, RecordedClick>
      signUps: GroupWriter<SignUpReport, SignedUp>
      sales: GroupWriter<SaleReport, TransactionRecord>
    }
  }
}

/** Commits what comes one by one in groups, see docs/architecture.md. */
export const recording = fp(async (app) => {
  const tell = (of: string) => (size: number, ms: number) =>
    app.metrics?.groupWritten(of, size, ms / 1000)
  const clicks = groupWriter(
    (reports: ClickReport[]) => recordClicks(app.db, reports, Date.now()),
    tell('clicks'),
  )
  const signUps = groupWriter(
    (reports: SignUpReport[]) =>
      inTransaction(app.db, (trx) => recordPublicSignUps(trx, reports, Date.now())),
    tell('sign_ups'),
  )
  const sales = groupWriter(
    (reports: SaleReport[]) =>
      inTransaction(app.db, (trx) => recordSaleReports(trx, reports, Date.now())),
    tell('sales'),
  )
  app.metrics?.watchQueue('clicks', clicks.waiting)
  app.metrics?.watchQueue('sign_ups', signUps.waiting)
  app.metrics?.watchQueue('sales', sales.waiting)
  app.decorate('recording', { clicks, signUps, sales })
})
