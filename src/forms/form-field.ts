/** What the site may say a field is: `<input data-po-email>`. */
export const MARKS = ['key', 'email', 'name', 'surname'] as const

export type Mark = (typeof MARKS)[number]

/** What of a form's field decides whether it is read, and as what. */
export interface FormField {
  /** As in HTML: `text`, `password`. */
  type: string
  autocomplete: string
  /** The field's names for programs: `name`, then `id`. */
  names: readonly string[]
  /** Its names for people: label, `aria-label`, placeholder. */
  labels: readonly string[]
  /** What the site says it is. */
  marks: readonly Mark[]
  value: string
}
