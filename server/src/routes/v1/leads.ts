import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { plainLeadForm } from '../../domain/leads/lead-form.js'
import { readLeadForm } from '../../domain/leads/read-lead-form.js'
import { convertLead, rejectLead } from '../../domain/leads/seal-lead.js'
import { setLeadForm } from '../../domain/leads/set-lead-form.js'
import { submitLead } from '../../domain/leads/submit-lead.js'
import { PollenError } from '../../errors/pollen-error.js'
import { leadFormRecord } from '../../records/lead-form-record.js'
import { leadRecord, leadRecords } from '../../records/lead-records.js'
import {
  LeadBody,
  LeadConversion,
  LeadFormBody,
  LeadPath,
  LeadRejection,
  LeadsQuery,
} from '../../schemas/leads.js'
import type { ProgramRow } from '../../store/database.js'
import { deleteLead, findLead, findLeadForm, listLeads } from '../../store/leads.js'
import type { LeadRow } from '../../store/tables/side-tables.js'
import { pageAnswer, pageOf } from './page.js'
import { partnerFilter } from './partner-filter.js'

/** GET changes something here, because older clients know it that way. */
const WRITES = { scope: 'write' } as const

/** Whom partners think to be customers to come. */
export const leads: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', async ({ program }) => {
    if (program.type !== 'affiliate') throw new PollenError('affiliate_only')
  })

  app.get('/leads', { schema: { querystring: LeadsQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const partnerUid = await partnerFilter(app.db, program, query)
    const rows = await listLeads(app.db, program.program_id, page, { ...query, partnerUid })
    return pageAnswer(request, page, rows, (rows) => leadRecords(app.db, program, rows))
  })

  app.post('/leads', { schema: { body: LeadBody } }, async ({ program, body }, reply) => {
    const lead = await submitLead(app.db, program, body, Date.now())
    return reply.code(201).send(await one(program, lead))
  })

  app.get('/leads/details', async ({ program }) => {
    const form = await findLeadForm(app.db, program.program_id)
    return { data: leadFormRecord(program, form ? readLeadForm(form) : plainLeadForm), status: 1 }
  })

  app.put('/leads/details', { schema: { body: LeadFormBody } }, async ({ program, body }) => {
    const form = { isEnabled: body.leads_enabled, fields: body.leads_custom_form_fields }
    const changed = await setLeadForm(app.db, program.program_id, form, Date.now())
    return { data: leadFormRecord(program, changed), status: 1 }
  })

  app.get(
    '/leads/convert',
    { schema: { querystring: LeadConversion }, config: WRITES },
    ({ program, query }) => convert(program, query.id, query.commission_transaction_amount),
  )
  app.post('/leads/convert', { schema: { body: LeadConversion } }, ({ program, body }) =>
    convert(program, body.id, body.commission_transaction_amount),
  )

  app.get(
    '/leads/reject',
    { schema: { querystring: LeadRejection }, config: WRITES },
    ({ program, query }) => reject(program, query.id),
  )
  app.post('/leads/reject', { schema: { body: LeadRejection } }, ({ program, body }) =>
    reject(program, body.id),
  )

  app.get('/leads/:id', { schema: { params: LeadPath } }, async ({ program, params }) => {
    const lead = await findLead(app.db, program.program_id, params.id)
    if (!lead) throw new PollenError('lead_not_found')
    return one(program, lead)
  })

  app.delete('/leads/:id', { schema: { params: LeadPath } }, async ({ program, params }) => {
    const isDeleted = await deleteLead(app.db, program.program_id, params.id)
    if (!isDeleted) throw new PollenError('lead_not_found')
    return { status: 1 }
  })

  const one = async (program: ProgramRow, lead: LeadRow) => ({
    data: await leadRecord(app.db, program, lead),
    status: 1,
  })

  const convert = async (program: ProgramRow, id: number, amount: unknown) =>
    one(program, await convertLead(app.db, program, id, amount, Date.now()))

  const reject = async (program: ProgramRow, id: number) =>
    one(program, await rejectLead(app.db, program, id, Date.now()))
}
