import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { updateSettings } from '../../domain/programs/update-settings.js'
import { settingsRecord } from '../../records/settings-record.js'
import { SettingsBody } from '../../schemas/program.js'
import type { ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { listLinkDomains } from '../../store/link-domains.js'

/** How the program tracks, credits and pays. */
export const settings: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/settings', async ({ program }) => one(program))

  app.put('/settings', { schema: { body: SettingsBody } }, async ({ program, body }) => {
    const updated = await inTransaction(app.db, (trx) =>
      updateSettings(trx, program, body.settings, Date.now()),
    )
    app.forgetProgram(program.program_id)
    return one(updated)
  })

  async function one(program: ProgramRow) {
    const domains = await listLinkDomains(app.db, program.program_id)
    return { data: settingsRecord(program, domains), status: 1 }
  }
}
