import type { Kysely } from 'kysely'
import { PollenError } from '../../errors/pollen-error.js'
import { leadRecord } from '../../records/lead-records.js'
import type { Database, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findLead, sealLead, setLeadCustomer } from '../../store/leads.js'
import { findReferrerByUid } from '../../store/referrers.js'
import type { LeadRow } from '../../store/tables/side-tables.js'
import { recordSignUp } from '../customers/record-sign-ups.js'
import { readSale } from '../transactions/read-sale.js'
import { recordSale } from '../transactions/record-sales.js'
import { emitEvent } from '../webhooks/emit-event.js'

/**
 * Makes a customer of a lead, credited to the partner who found it; a customer who stands already
 * keeps the credit that was given first.
 *
 * @param amount What the customer paid, for the partner's commission; `undefined` for nothing yet.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `lead_not_found`, `lead_sealed` or `invalid`
 */
export async function convertLead(
  db: Kysely<Database>,
  program: ProgramRow,
  number: number,
  amount: unknown,
  now: number,
): Promise<LeadRow> {
  const sale = amount === undefined ? undefined : readLeadSale(amount, number, program.currency)
  return inTransaction(db, async (trx) => {
    const lead = await sealed(trx, program, number, 'converted', now)
    const partner = await findReferrerByUid(trx, program, lead.partner_uid)
    const { name, email } = lead
    const signUp = { source: 'api', name, email } as const
    const { customer } = await recordSignUp(trx, program, signUp, partner, now)
    await setLeadCustomer(trx, lead, customer.uid)
    if (sale) await recordSale(trx, program, customer, sale, now)
    const converted = { ...lead, customer_uid: customer.uid }
    const record = () => leadRecord(trx, program, converted)
    await emitEvent(trx, program, 'lead.converted', record, now)
    return converted
  })
}

/**
 * Turns a lead down.
 *
 * @param now Milliseconds since the epoch.
 * @throws PollenError `lead_not_found` or `lead_sealed`
 */
export async function rejectLead(
  db: Kysely<Database>,
  program: ProgramRow,
  number: number,
  now: number,
): Promise<LeadRow> {
  return inTransaction(db, async (trx) => {
    const lead = await sealed(trx, program, number, 'rejected', now)
    await emitEvent(trx, program, 'lead.rejected', () => leadRecord(trx, program, lead), now)
    return lead
  })
}

async function sealed(
  trx: Kysely<Database>,
  { program_id }: ProgramRow,
  number: number,
  status: 'converted' | 'rejected',
  now: number,
): Promise<LeadRow> {
  const lead = await sealLead(trx, program_id, number, status, now)
  if (lead) return lead
  throw new PollenError(
    (await findLead(trx, program_id, number)) ? 'lead_sealed' : 'lead_not_found',
  )
}

function readLeadSale(amount: unknown, number: number, currency: string) {
  try {
    return readSale({ key: `lead_${number}`, amount, action: 'lead' }, currency)
  } catch (error) {
    if (!(error instanceof PollenError)) throw error
    const reasons = Object.values(error.fields).flat()
    throw new PollenError('invalid', {
      commission_transaction_amount: reasons.map((reason) =>
        reason.replace('The amount', 'The commission_transaction_amount'),
      ),
    })
  }
}
