import type { Kysely } from 'kysely'
import { type FieldErrors, PollenError } from '../../errors/pollen-error.js'
import type { Database } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findLeadForm, saveLeadForm } from '../../store/leads.js'
import { nextNumber } from '../../store/statements/next-number.js'
import { type LeadField, type LeadForm, plainLeadForm } from './lead-form.js'
import { readLeadForm } from './read-lead-form.js'

/** A question as a client sends it; without an `id` it is a new one. */
export type NewLeadField = Pick<LeadField, 'type'> & Partial<LeadField>

/**
 * Changes what a program asks of leads.
 *
 * @param fields All questions, in their order; those that are left out are asked no more.
 * @param now Milliseconds since the epoch.
 * @throws PollenError `invalid`
 */
export async function setLeadForm(
  db: Kysely<Database>,
  programId: string,
  { isEnabled, fields }: { isEnabled?: boolean | undefined; fields?: NewLeadField[] | undefined },
  now: number,
): Promise<LeadForm> {
  if (fields) checkFields(fields)
  return inTransaction(db, async (trx) => {
    const row = await findLeadForm(trx, programId)
    const form = row ? readLeadForm(row) : plainLeadForm
    const completed: LeadField[] = []
    for (const field of fields ?? []) {
      const id = field.id ?? (await freeNumber(trx, programId, fields ?? []))
      completed.push({
        text: '',
        title: '',
        description: null,
        required: false,
        options: [],
        ...field,
        id,
      })
    }
    const changed = {
      isEnabled: isEnabled ?? form.isEnabled,
      fields: fields ? completed : form.fields,
    }
    await saveLeadForm(trx, {
      program_id: programId,
      is_enabled: changed.isEnabled ? 1 : 0,
      fields: JSON.stringify(changed.fields),
      updated_at: now,
    })
    return changed
  })
}

/** The next number that no field was given by the client. */
async function freeNumber(
  trx: Kysely<Database>,
  programId: string,
  fields: NewLeadField[],
): Promise<number> {
  const number = await nextNumber(trx, programId, 'lead_field')
  return fields.some(({ id }) => id === number) ? freeNumber(trx, programId, fields) : number
}

function checkFields(fields: NewLeadField[]): void {
  const errors: FieldErrors = {}
  const ids = fields.flatMap(({ id }) => id ?? [])
  fields.forEach(({ id, type, title, options = [] }, index) => {
    const path = `leads_custom_form_fields.${index}`
    const wrong = (member: string, reason: string) => {
      errors[`${path}.${member}`] = [`The ${path}.${member} ${reason}.`]
    }
    if (ids.indexOf(id ?? -1) !== ids.lastIndexOf(id ?? -1)) wrong('id', 'must be there once')
    if (type !== 'text' && !title) wrong('title', 'is required')
    if (['checkbox', 'radio', 'select'].includes(type) && options.length === 0) {
      wrong('options', `must have at least 1 entry where the type is ${type}`)
    }
  })
  if (Object.keys(errors).length > 0) throw new PollenError('invalid', errors)
}
