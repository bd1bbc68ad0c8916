import { attempt } from '../lib/attempt.js'

/** What form elements have in common, as far as it is read. */
export type Control = HTMLInputElement

/** A form as it was when it was submitted, whatever the page has done with it since. */
export type Submission = [
  event: Event,
  /** From the form to the window; an event that is over has none any more. */
  path: EventTarget[],
  /** What each of its controls held. */
  fields: [control: Control, value: string][],
]

/**
 * @param event `submit`, while it is dispatched.
 * @returns `undefined` for what has no fields, as an event that the page has made itself.
 */
export const submission = (event: Event): Submission | undefined =>
  attempt(() => [
    event,
    event.composedPath(),
    [...((event.target as HTMLFormElement).elements as Iterable<Control>)].map((control) => [
      control,
      control.value,
    ]),
  ])
