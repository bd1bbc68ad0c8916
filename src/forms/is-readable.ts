import type { FormField } from './form-field.js'

/** 13 to 19 digits, perhaps in groups (ISO/IEC 7812). */
const DIGITS = /^\d(?:[ -]?\d){12,18}$/

/** Whether the digits are those of a card, by their check digit (ISO/IEC 7812-1, annex B). */
const isCardNumber = (value: string): boolean => {
  if (!DIGITS.test(value)) return false
  const digits = value.replace(/\D/g, '').split('').reverse().map(Number)
  const sum = digits.reduce((sum, digit, index) => {
    const weighted = index % 2 === 1 ? digit * 2 : digit
    return sum + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}

/** Of the kinds that autocomplete has, those that pay or prove: https://html.spec.whatwg.org/#autofill */
const SECRET = /\bcc-|password|one-time-code/

/**
 * Whether a field may be looked at: plain text alone. No password, nothing hidden, nothing that pays
 * is ever read, whatever the site calls it.
 */
export const isReadable = ({ type, autocomplete, value }: FormField): boolean =>
  /^(text|email)$/.test(type) && !SECRET.test(autocomplete) && !isCardNumber(value.trim())
