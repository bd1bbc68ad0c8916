// What people type: read, checked, and told beside the field what would be right.

/** @typedef {Record<string, string>} Values What was typed, by field. */
/** @typedef {Record<string, string>} Errors What is wrong, by field; empty when nothing is. */
/** @typedef {(value: string) => string | undefined} Rule Tells what is wrong, if anything. */

/**
 * @param {unknown} body Of a form, as Express reads it.
 * @param {Record<string, Rule>} rules
 * @returns {{ values: Values, errors: Errors }}
 */
export function readForm(body, rules) {
  /** @type {Values} */
  const values = {}
  /** @type {Errors} */
  const errors = {}
  for (const [field, rule] of Object.entries(rules)) {
    /** @type {unknown} */
    const value = Object(body)[field]
    // A password may begin or end with a space.
    const text = typeof value === 'string' ? value : ''
    values[field] = field === 'password' ? text : text.trim()
    const error = rule(values[field])
    if (error) errors[field] = error
  }
  return { values, errors }
}

/** @param {Errors} errors */
export const isValid = (errors) => Object.keys(errors).length === 0

/**
 * @param {string} what Begins the sentence: `Your name`.
 * @param {number} longest In characters.
 * @returns {Rule}
 */
export const text = (what, longest) => (value) => {
  if (value === '') return `${what} is missing.`
  if (value.length > longest) return `${what} has at most ${longest} characters.`
  return undefined
}

/** @type {Rule} */
export function email(value) {
  if (value === '') return 'Your e-mail address is missing.'
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) && value.length <= 254
  return isAddress ? undefined : 'An e-mail address looks like ada@example.com.'
}

/** @type {Rule} */
export function newPassword(value) {
  if (value.length < 8) return 'A password has at least 8 characters.'
  return value.length > 200 ? 'A password has at most 200 characters.' : undefined
}

/** @type {Rule} */
export const quantity = (value) =>
  /^[1-9]$/.test(value) ? undefined : 'Choose a number from 1 to 9.'
