import type { LeadFormRow } from '../../store/tables/side-tables.js'
import type { LeadField, LeadForm } from './lead-form.js'

/** A form as it is stored. */
export const readLeadForm = ({ is_enabled, fields }: LeadFormRow): LeadForm => ({
  isEnabled: is_enabled === 1,
  fields: JSON.parse(fields) as LeadField[],
})
