import { attempt } from './lib/attempt.js'
import type { SignUpData } from './sign-up-data.js'

/** What of a form field decides whether it is read, as in HTML. */
export type FormField = Pick<HTMLInputElement, 'type' | 'autocomplete' | 'name' | 'id' | 'value'>

/**
 * Finds who signs up in the fields of a form that is being submitted. Only fields for plain text
 * are read: no password, nothing hidden, nothing that pays.
 *
 * @returns The e-mail address, as the customer's key too, and the name where there is one;
 * `undefined` when this is no sign-up: no address in it, or the current password beside it.
 */
export function signUpFields(fields: readonly FormField[]): SignUpData | undefined {
  /** A hint is what a field says of itself: `|email|username|user[email]|user_email`. */
  const answerTo = (hint: string) => {
    const pattern = RegExp(`[|[.]${hint}\\b`, 'i')
    return fields
      .filter(
        ({ type, autocomplete, name, id }) =>
          /^(text|email)$/.test(type) && pattern.test(`|${type}|${autocomplete}|${name}|${id}`),
      )
      .map(({ value }) => value.trim())
      .find(Boolean)
  }
  const email = answerTo('.*e-?mail')
  const isLogIn = fields.some(({ autocomplete }) => autocomplete === 'current-password')
  if (isLogIn || !/.@./.test(`${email}`)) return undefined
  return {
    key: email,
    email,
    name: answerTo('(first|given|full|your)?[-_ ]?name'),
    surname: answerTo('(last|family|sur)[-_ ]?name'),
  }
}

/** Who signs up by the form that is being submitted, if it is a sign-up form. */
export const submittedSignUp = ({ target }: Event): SignUpData | undefined =>
  attempt(() => signUpFields(Array.from((target as HTMLFormElement).elements as never)))
