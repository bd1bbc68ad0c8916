import fp from 'fastify-plugin'
import { type ClickReport, type RecordedClick, recordClicks } from '../domain/record-clicks.js'
import {
  recordPublicSignUps,
  type SignedUp,
  type SignUpReport,
} from '../domain/record-public-sign-ups.js'
import { type GroupWriter, groupWriter } from '../store/group-writer.js'
import { inTransaction } from '../store/in-transaction.js'

declare module 'fastify' {
  interface FastifyInstance {
    /** Records what browsers report; each resolves once it is on disk. */
    recording: {
      clicks: GroupWriter<ClickReport, RecordedClick>
      signUps: GroupWriter<SignUpReport, SignedUp>
    }
  }
}

/** Commits what browsers report in groups, see docs/architecture.md. */
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
  app.metrics?.watchQueue('clicks', clicks.waiting)
  app.metrics?.watchQueue('sign_ups', signUps.waiting)
  app.decorate('recording', { clicks, signUps })
})
