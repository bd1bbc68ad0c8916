/** What kind of question it is; `text` is words between the questions, which ask nothing. */
export const LEAD_FIELD_TYPES = [
  'text',
  'input',
  'textarea',
  'checkbox',
  'radio',
  'select',
  'countries',
] as const

/** A question beyond name and e-mail address. */
export interface LeadField {
  id: number
  type: (typeof LEAD_FIELD_TYPES)[number]
  title: string
  text: string
  description: string | null
  required: boolean
  /** What may be chosen of, by `checkbox`, `radio` and `select`. */
  options: string[]
}

export interface LeadAnswer {
  question: string
  answer: string | string[]
}

export interface LeadForm {
  isEnabled: boolean
  fields: LeadField[]
}

/** Until a program says otherwise. */
export const plainLeadForm: LeadForm = { isEnabled: true, fields: [] }
