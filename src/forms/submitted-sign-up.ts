import type { SignUpData } from '../sign-up-data.js'
import { type FormField, MARKS } from './form-field.js'
import { isSignUp } from './is-sign-up.js'
import { signUpFields } from './sign-up-fields.js'

/** Where a form looks for something; an address in it is nobody's. */
const SEARCH = 'search, [role=search]'

/** Forms with it are left alone, and so are fields. */
const IGNORED = '[data-po-ignore]'

/** What form elements have in common, as far as it is read. */
type Control = HTMLInputElement

// Properties of a form are hidden by fields of that name: `form.id` may be `<input name="id">`.
const attributes = (element: Element, ...names: string[]): string[] =>
  names.map((name) => element.getAttribute(name) ?? '').filter(Boolean)

const describe = (control: Control): FormField => ({
  type: control.type,
  autocomplete: attributes(control, 'autocomplete').join().toLowerCase(),
  names: attributes(control, 'name', 'id'),
  labels: [
    ...Array.from(control.labels ?? [], ({ textContent }) => textContent ?? ''),
    ...attributes(control, 'aria-label', 'placeholder'),
  ],
  marks: MARKS.filter((mark) => control.hasAttribute(`data-po-${mark}`)),
  value: control.value,
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
 * @param event `submit` or `formdata`, while it is dispatched.
 */
export function formOf(event: Event): HTMLFormElement | undefined {
  const path = event.composedPath()
  const isLeftAlone = path.some(
    (target) => target instanceof Element && target.matches(`${IGNORED}, ${SEARCH}`),
  )
  const [form] = path
  return form instanceof HTMLFormElement && !isLeftAlone ? form : undefined
}

/** Who signs up by the form that is being submitted; `undefined` where nobody does. */
export function submittedSignUp(event: Event): SignUpData | undefined {
  const form = formOf(event)
  // A form with `novalidate`, or a button that needs no valid form: whatever it is, it is not done.
  if (!form || form.matches(':invalid')) return undefined
  const controls = Array.from(form.elements as Iterable<Control>)
  const fields = controls.filter((control) => !control.closest(IGNORED)).map(describe)
  const names = attributes(form, 'id', 'name', 'action', 'aria-label')
  const counts =
    form.hasAttribute('data-po-signup') || isSignUp(fields, buttonText(form, event), names)
  return counts ? signUpFields(fields) : undefined
}
