import type { LeadForm } from '../domain/leads/lead-form.js'
import { microsToNumber } from '../domain/money/micros.js'
import type { ProgramRow } from '../store/database.js'

/** What a program asks of leads, and what they earn: the same as any other sale. */
export const leadFormRecord = (program: ProgramRow, { isEnabled, fields }: LeadForm) => ({
  // A text, as clients know it.
  leads_enabled: String(isEnabled),
  program_leads_commission_type: 'follow_program_settings',
  leads_commission: {
    currency: program.currency,
    commission: microsToNumber(program.commission_micros),
    commission_type: program.commission_type,
  },
  leads_custom_form_fields: fields,
})
