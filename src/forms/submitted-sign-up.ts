import type { SignUpData } from '../sign-up-data.js'
import { type FormField, MARKS } from './form-field.js'
import { isSignUp } from './is-sign-up.js'
import { signUpFields } from './sign-up-fields.js'
import type { Control, Submission } from './submission.js'

/** Where a form looks for something; an address in it is nobody's. */
const SEARCH = 'search, [role=search]'

/** Forms with it are left alone, and so are fields. */
const IGNORED = '[data-po-ignore]'

// Properties of a form are hidden by fields of that name: `form.id` may be `<input name="id">`.
const attributes = (element: Element, ...names: string[]): string[] =>
  names.map((name) => element.getAttribute(name) ?? '').filter(Boolean)

const describe = ([control, value]: [Control, string]): FormField => ({
  type: control.type,
  autocomplete: attributes(control, 'autocomplete').join().toLowerCase(),
  names: attributes(control, 'name', 'id'),
  labels: [
    ...Array.from(control.labels ?? [], ({ textContent }) => textContent ?? ''),
    ...attributes(control, 'aria-label', 'placeholder'),
  ],
  marks: MARKS.filter((mark) => control.hasAttribute(`data-po-${mark}`)),
  value,
})

/** What the button says that submits this form, where one does. */
function buttonText(form: HTMLFormElement, { submitter }: Partial<SubmitEvent>): string {
  const button = submitter ?? form.querySelector('[type=submit], button:not([type])')
  if (!button) return ''
  return [button.textContent, ...attributes(button, 'value', 'aria-label')].join(' ')
}

/**
 * The form that an event is about, unless the site has excluded it or it searches.
 *
 * @param path Of `submit` or `formdata`.
 */
export function formOf(path: EventTarget[]): HTMLFormElement | undefined {
  const isLeftAlone = path.some(
    (target) => target instanceof Element && target.matches(`${IGNORED}, ${SEARCH}`),
  )
  const [form] = path
  return form instanceof HTMLFormElement && !isLeftAlone ? form : undefined
}

/** Whether the browser itself has found all fields valid: it would not have submitted the form else. */
const wasValid = (form: HTMLFormElement, { isTrusted, submitter }: Partial<SubmitEvent>): boolean =>
  isTrusted === true &&
  !form.hasAttribute('novalidate') &&
  !submitter?.hasAttribute('formnovalidate')

/** Who signs up by a form that was submitted; `undefined` where nobody does. */
export function submittedSignUp([event, path, controls]: Submission): SignUpData | undefined {
  const form = formOf(path)
  // Whatever it is, it is not done. Who was valid may have been emptied since.
  if (!form || (!wasValid(form, event) && form.matches(':invalid'))) return undefined
  const fields = controls.filter(([control]) => !control.closest(IGNORED)).map(describe)
  const names = attributes(form, 'id', 'name', 'action', 'aria-label')
  const counts =
    form.hasAttribute('data-po-signup') || isSignUp(fields, buttonText(form, event), names)
  return counts ? signUpFields(fields) : undefined
}
