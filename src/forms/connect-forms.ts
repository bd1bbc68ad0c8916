import { attempt } from '../lib/attempt.js'
import { listenDeep } from '../lib/listen-deep.js'
import type { PartHost } from '../part-host.js'
import { type Submission, submission } from './submission.js'
import { formOf, submittedSignUp } from './submitted-sign-up.js'

export interface FormOptions {
  /**
   * Name of a value that every form gets when it is submitted: the key of who gets the credit, for a
   * back end that reads forms. By default there is none.
   */
  hidden_field?: string | undefined
}

/**
 * Reports sign-ups by forms of the page when they are submitted. The form is neither changed,
 * delayed nor prevented.
 *
 * @returns Stops it.
 */
export function connectForms({ options, submits = [], credits, signUp }: PartHost): () => void {
  const { hidden_field: name } = (options ?? {}) as FormOptions

  /** A button that is clicked twice submits twice. */
  const told = new Set<string>()

  const report = (submitted: Submission | undefined) => {
    const data = submitted && attempt(() => submittedSignUp(submitted))
    const text = JSON.stringify(data)
    if (!data || told.has(text)) return
    told.add(text)
    signUp(data)
  }

  /** The document stays as it is: the value is in what is sent alone. */
  const onFormData = (event: Event) => {
    const { formData } = event as FormDataEvent
    const key = credits()
      .map((credit) => credit.key)
      .find(Boolean)
    if (name && key && formOf(event.composedPath()) && !formData.has(name)) formData.set(name, key)
  }

  submits.splice(0).forEach(report)
  // What comes now is heard here.
  submits.push = () => 0

  const onSubmit = (event: Event) => report(submission(event))
  return listenDeep({ submit: onSubmit, ...(name && { formdata: onFormData }) })
}
