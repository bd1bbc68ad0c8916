import { Type } from 'typebox'
import { LEAD_FIELD_TYPES } from '../domain/leads/lead-form.js'
import { Email } from './identifiers.js'
import { mapOf } from './map.js'
import { PageQuery } from './page-query.js'
import { Reference } from './person.js'

/** Far more leads than there are people, and still exact. */
const LeadId = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

export const LeadPath = Type.Object({ id: LeadId })

/** Which leads to list; name and e-mail address match by a part. */
export const LeadsQuery = Type.Object({
  ...PageQuery.properties,
  status: Type.Optional(Type.Enum(['submitted', 'converted', 'rejected'])),
  name: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
  partner_id: Type.Optional(Type.String()),
  partner_key: Type.Optional(Type.String()),
  partner_email: Type.Optional(Type.String()),
})

export const LeadBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 255 }),
  email: Email,
  partner: Reference,
  cfields: Type.Optional(
    mapOf(Type.Unknown(), 'answers by the id of the field: a text, or an array of texts'),
  ),
})

export const LeadConversion = Type.Object({
  id: LeadId,
  commission_transaction_amount: Type.Optional(
    Type.Unsafe<unknown>({ description: 'What the customer paid: 99.99 or "99.99".' }),
  ),
})

export const LeadRejection = Type.Object({ id: LeadId })

export const LeadFormBody = Type.Object({
  leads_enabled: Type.Optional(Type.Boolean()),
  leads_custom_form_fields: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
        type: Type.Enum([...LEAD_FIELD_TYPES]),
        title: Type.Optional(Type.String({ maxLength: 255 })),
        text: Type.Optional(Type.String({ maxLength: 10_000 })),
        description: Type.Optional(Type.String({ maxLength: 1000 })),
        required: Type.Optional(Type.Boolean()),
        options: Type.Optional(Type.Array(Type.String({ maxLength: 255 }), { maxItems: 250 })),
      }),
      { maxItems: 100 },
    ),
  ),
})
