import type { SignUpData } from '../sign-up-data.js'
import { AUTOCOMPLETE, FIELD_WORDS, type FieldKind } from './field-kinds.js'
import type { FormField, Mark } from './form-field.js'
import { isReadable } from './is-readable.js'
import { plainWords } from './plain-words.js'

/** How a field tells its kind, the surest way first. */
const WAYS: ((field: FormField, kind: FieldKind) => boolean)[] = [
  // Other words may stand before it: `section-a shipping email`.
  ({ autocomplete }, kind) => autocomplete.split(' ').includes(AUTOCOMPLETE[kind]),
  ({ type }, kind) => type === kind,
  ({ names }, kind) => names.some((name) => FIELD_WORDS[kind].test(plainWords(name))),
  ({ labels }, kind) => labels.some((label) => FIELD_WORDS[kind].test(plainWords(label))),
]

/** Characters; the server takes no more. */
const MAX_LENGTH = 255

const isAddress = (value: string) => /^[^@\s]+@[^@\s]+$/.test(value)

/**
 * Finds who signs up in the fields of a form: by what the site says (`data-po-email`), else by
 * autocomplete, type, name and label, in this order.
 *
 * @returns The e-mail address, as the customer's key too where the site marks no other, and the name
 * where there is one; `undefined` without an address.
 */
export function signUpFields(fields: readonly FormField[]): SignUpData | undefined {
  const filled = fields
    .filter(isReadable)
    .map((field) => ({ ...field, value: field.value.trim().slice(0, MAX_LENGTH) }))
    .filter(({ value }) => value)
  const marked = (mark: Mark) => filled.find(({ marks }) => marks.includes(mark))?.value
  // A field that the site has marked is nothing else as well.
  const unmarked = filled.filter(({ marks }) => marks.length === 0)
  const found = (kind: FieldKind, isRight = (_value: string) => true) => {
    for (const isKind of WAYS) {
      const field = unmarked.find((field) => isKind(field, kind) && isRight(field.value))
      if (field) return field.value
    }
  }

  const email = marked('email') ?? found('email', isAddress)
  if (!email || !isAddress(email)) return undefined
  const given = found('given')
  const full = found('full')
  return {
    key: marked('key') ?? email,
    email,
    name: marked('name') ?? given ?? full,
    // Beside `Vorname` or `Prénom`, a field called `Name` or `Nom` holds the family's.
    surname: marked('surname') ?? found('family') ?? (given && full),
  }
}
