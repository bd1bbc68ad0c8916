import { type FieldErrors, PollenError } from '../../errors/pollen-error.js'
import type { LeadAnswer, LeadField } from './lead-form.js'

/** Characters of one answer. */
const LONGEST_ANSWER = 10_000

/**
 * Reads the answers to a form's own questions.
 *
 * @param sent By the id of the field: a text, or an array of texts where several may be chosen.
 * @returns In the order of the form; a question that was left open is left out.
 * @throws PollenError `invalid`, naming every field that is wrong and what would be right.
 */
export function readAnswers(fields: LeadField[], sent: Record<string, unknown>): LeadAnswer[] {
  const errors: FieldErrors = {}
  const wrong = (id: number | string, reason: string) => {
    errors[`cfields.${id}`] = [`The cfields.${id} ${reason}.`]
  }
  for (const id of Object.keys(sent)) {
    if (!fields.some((field) => String(field.id) === id)) wrong(id, 'is no field of the form')
  }
  const answers = fields.flatMap((field) => {
    const answer = field.type === 'checkbox' ? texts(sent[field.id]) : text(sent[field.id])
    const problem = problemOf(field, answer)
    if (problem) wrong(field.id, problem)
    return isOpen(answer) || field.type === 'text' ? [] : [{ question: titleOf(field), answer }]
  })
  if (Object.keys(errors).length > 0) throw new PollenError('invalid', errors)
  return answers
}

/** What is not a text, or a list of texts, is `null`: an answer that cannot be. */
const text = (value: unknown): string | null => {
  if (value === undefined) return ''
  if (Array.isArray(value) && value.length === 1) return text(value[0])
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null
}

const texts = (value: unknown): string[] | null => {
  const answers = (Array.isArray(value) ? value : [value ?? '']).map(text)
  return answers.some((answer) => answer === null)
    ? null
    : answers.filter((answer): answer is string => answer !== null && answer !== '')
}

const isOpen = (answer: string | string[] | null): answer is null | '' =>
  answer === null || answer.length === 0

function problemOf(field: LeadField, answer: string | string[] | null): string | undefined {
  if (answer === null) return 'must be a text'
  if (answer.length === 0)
    return field.required && field.type !== 'text' ? 'is required' : undefined
  const given = [answer].flat()
  if (given.some(({ length }) => length > LONGEST_ANSWER)) {
    return `must have at most ${LONGEST_ANSWER} characters`
  }
  if (['checkbox', 'radio', 'select'].includes(field.type)) {
    if (given.some((option) => !field.options.includes(option))) {
      return `must be of ${field.options.join(', ')}`
    }
  }
  if (field.type === 'countries' && !/^[A-Z]{2}$/.test(given.join())) {
    return 'must be a country of ISO 3166, such as US'
  }
  return undefined
}

const titleOf = ({ title, id }: LeadField) => title || `Field ${id}`
