import { openDatabase } from '../dist/store/open-database.js'

/** What was sent, and what was promised about it. */
export function openLedger() {
  /** By kind, the ids of what was sent. */
  const sent = { click: new Set(), signUp: new Set(), sale: new Set() }
  /** By id, the report and its answer. */
  const acknowledged = new Map()
  const complaints = []

  return {
    acknowledged,
    complaints,
    /**
     * Notes an answer: 2xx is a promise, no answer or 503 leaves it open, all else is a fault.
     *
     * @returns Whether the report is settled.
     */
    note(report, answer) {
      sent[report.kind].add(report.id)
      const { status, body, retryAfter } = answer
      if (status >= 200 && status < 300 && body.status !== 0) {
        const before = acknowledged.get(report.id)
        if (before && JSON.stringify(before.body) !== JSON.stringify(body)) {
          complaints.push(`${report.kind} ${report.id} was answered differently when sent again`)
        }
        acknowledged.set(report.id, { report, body })
      } else if (status === 0 || (status === 503 && retryAfter !== null && body.status === 0)) {
        return false
      } else {
        complaints.push(
          `${report.kind} ${report.id} was answered ${status}: ${JSON.stringify(body)}`,
        )
      }
      return true
    },

    /**
     * Compares everything acknowledged with everything stored.
     *
     * @returns How many of each kind are stored; what is wrong is added to `complaints`.
     */
    async compare(database, program) {
      const db = await openDatabase(database)
      const rows = (table) =>
        db.selectFrom(table).selectAll().where('program_id', '=', program.public_id).execute()
      try {
        const stored = {
          click: (await rows('click')).map(({ id }) => id),
          signUp: (await rows('customer')).map(({ key }) => key).filter((key) => key !== 'ada'),
          sale: (await rows('transaction')).map(({ key }) => key),
        }
        for (const [kind, ids] of Object.entries(stored)) {
          const unique = new Set(ids)
          if (unique.size !== ids.length) complaints.push(`a ${kind} is stored twice`)
          for (const id of unique) {
            if (!sent[kind].has(id)) complaints.push(`${kind} ${id} is stored, but was never sent`)
          }
        }
        const known = new Set(Object.values(stored).flat())
        for (const [id, { report }] of acknowledged) {
          if (!known.has(id)) complaints.push(`${report.kind} ${id} was acknowledged, and is lost`)
        }
        const owed = (await rows('reward')).reduce((sum, row) => sum + row.amount_micros, 0n)
        if (owed !== BigInt(stored.sale.length) * 30_000_000n) {
          complaints.push(`${stored.sale.length} sales of 100.00 earned ${owed} micros`)
        }
        return Object.fromEntries(Object.entries(stored).map(([kind, ids]) => [kind, ids.length]))
      } finally {
        await db.destroy()
      }
    },
  }
}
