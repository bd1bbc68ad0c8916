import type { Kysely } from 'kysely'
import type { LeadAnswer } from '../domain/leads/lead-form.js'
import { isoDate } from '../domain/time/iso-time.js'
import { findCustomersByUid } from '../store/customers.js'
import type { CustomerRow, Database, ProgramRow } from '../store/database.js'
import { findReferrersByUid, type Referrer } from '../store/referrers.js'
import type { LeadRow } from '../store/tables/side-tables.js'

/** Leads with who submitted them and who they became. */
export async function leadRecords(db: Kysely<Database>, program: ProgramRow, leads: LeadRow[]) {
  const { program_id } = program
  const partnerUids = [...new Set(leads.map(({ partner_uid }) => partner_uid))]
  const partners = await findReferrersByUid(db, program, partnerUids)
  const customerUids = leads.flatMap(({ customer_uid }) => customer_uid ?? [])
  const customers = await findCustomersByUid(db, program_id, customerUids)
  return leads.map((lead) =>
    toRecord(lead, partners.get(lead.partner_uid), customers.get(lead.customer_uid ?? '')),
  )
}

export async function leadRecord(db: Kysely<Database>, program: ProgramRow, lead: LeadRow) {
  const [record] = await leadRecords(db, program, [lead])
  return record ?? {}
}

const toRecord = (
  lead: LeadRow,
  partner: Referrer | undefined,
  customer: CustomerRow | undefined,
) => ({
  id: lead.number,
  status: lead.status,
  created_at: isoDate(lead.created_at),
  lead_info: { name: lead.name, email: lead.email },
  converted_to: customer ? { key: customer.key, name: customer.name, email: customer.email } : null,
  submitter: partner ? { id: partner.id, name: partner.name, email: partner.email } : null,
  submission_form: [
    { question: 'Name', answer: lead.name },
    { question: 'Email address', answer: lead.email },
    ...(JSON.parse(lead.answers) as LeadAnswer[]),
  ],
  can_be_converted: lead.status === 'submitted',
  can_be_rejected: lead.status === 'submitted',
})
