import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createPartner } from '../../domain/create-partner.js'
import { PollenError } from '../../errors/pollen-error.js'
import { partnerRowRecord } from '../../records/partner-record.js'
import { partnerRecord } from '../../records/partner-records.js'
import { RecordPath } from '../../schemas/identifiers.js'
import { PartnerBody, PartnersQuery, PartnersSearch } from '../../schemas/partners.js'
import type { PartnerRow, ProgramRow } from '../../store/database.js'
import { anyIdentifier, findPartner, type Identifier } from '../../store/find-record.js'
import { listPartners } from '../../store/partners.js'
import { pageAnswer, pageOf } from './page.js'

/** The partners of an affiliate program. */
export const partners: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', async ({ program }) => {
    if (program.type !== 'affiliate') throw new PollenError('affiliate_only')
  })

  // A client that looks for one partner by e-mail address ends up here: its path has no id to add.
  app.get('/partners', { schema: { querystring: PartnersQuery } }, async (request) => {
    const { program, query } = request
    const { id, key, email } = query
    if (id ?? key ?? email) return one(program, await existing(program, { id, key, email }))
    const page = pageOf(query)
    const rows = await listPartners(app.db, program.program_id, page)
    return pageAnswer(request, page, rows, (rows) =>
      rows.map((row) => partnerRowRecord(program, row)),
    )
  })

  app.post('/partners', { schema: { body: PartnerBody } }, async ({ program, body }) =>
    one(program, await createPartner(app.db, program, body, Date.now())),
  )

  app.get('/partners::search', { schema: { querystring: PartnersSearch } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const rows = await listPartners(app.db, program.program_id, page, query)
    return pageAnswer(request, page, rows, (rows) =>
      rows.map((row) => partnerRowRecord(program, row)),
    )
  })

  app.get('/partners/:id', { schema: { params: RecordPath } }, async ({ program, params }) =>
    one(program, await existing(program, anyIdentifier(params.id))),
  )

  async function existing(program: ProgramRow, identifier: Identifier): Promise<PartnerRow> {
    const partner = await findPartner(app.db, program.program_id, identifier)
    if (!partner) throw new PollenError('partner_not_found')
    return partner
  }

  async function one(program: ProgramRow, partner: PartnerRow) {
    return { data: await partnerRecord(app.db, program, partner), status: 1 }
  }
}
