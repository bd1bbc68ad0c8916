import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import { leadRecord } from '../../records/lead-records.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findLeadForm, insertLead } from '../../store/leads.js'
import { findPartner, type Identifier } from '../../store/statements/find-record.js'
import { nextNumber } from '../../store/statements/next-number.js'
import type { LeadRow } from '../../store/tables/side-tables.js'
import { emitEvent } from '../webhooks/emit-event.js'
import { plainLeadForm } from './lead-form.js'
import { readAnswers } from './read-answers.js'
import { readLeadForm } from './read-lead-form.js'

export interface NewLead {
  name: string
  email: string
  partner: Identifier
  cfields?: Record<string, unknown> | undefined
}

/**
 * Records a lead that a partner has found.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `leads_disabled`, or `invalid` where the partner or an answer is not right.
 */
export async function submitLead(
  db: Kysely<Database>,
  program: ProgramRow,
  { name, email, partner: identifier, cfields = {} }: NewLead,
  now: number,
): Promise<LeadRow> {
  const { program_id } = program
  return inTransaction(db, async (trx) => {
    const row = await findLeadForm(trx, program_id)
    const form = row ? readLeadForm(row) : plainLeadForm
    if (!form.isEnabled) throw new PollenError('leads_disabled')
    const partner = await findPartner(trx, program_id, identifier)
    if (!partner) throw noPartner(identifier)
    const lead: LeadRow = {
      program_id,
      number: await nextNumber(trx, program_id, 'lead'),
      status: 'submitted',
      name,
      email,
      partner_uid: partner.uid,
      answers: JSON.stringify(readAnswers(form.fields, cfields)),
      customer_uid: null,
      created_at: now,
      updated_at: now,
    }
    await insertLead(trx, lead)
    const record = () => leadRecord(trx, program, lead)
    await emitEvent(trx, program, 'lead.submitted', record, now)
    return lead
  })
}

function noPartner(identifier: Identifier): PollenError {
  const [first] = Object.entries(identifier).filter(([, value]) => value !== undefined)
  return new PollenError('invalid', {
    ...(first
      ? { [`partner.${first[0]}`]: [`No partner has the ${first[0]} "${first[1]}".`] }
      : { partner: ['Name the partner by partner.key, partner.id or partner.email.'] }),
  })
}
