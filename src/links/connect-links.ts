import { listenDeep } from '../lib/listen-deep.js'
import type { PartHost } from '../part-host.js'
import { type HandOver, handOver } from './hand-over.js'
import { tidyAddress } from './tidy-address.js'
import { watchFrames } from './watch-frames.js'
import { withParameters } from './with-parameters.js'

/** Whatever follows a link, copies its address or drags it away; the keyboard clicks. */
const EVENTS = ['pointerdown', 'click', 'auxclick', 'contextmenu']

type Link = HTMLAnchorElement | HTMLAreaElement

const isLink = (target: EventTarget): target is Link =>
  target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement

/** The element that says where this form goes: the button that submits, or the form. */
function saysWhere(attribute: string, form: HTMLFormElement, submitter?: HTMLElement | null) {
  const name = `form${attribute}`
  return submitter?.hasAttribute(name)
    ? { element: submitter, name, value: submitter.getAttribute(name) ?? '' }
    : { element: form, name: attribute, value: form.getAttribute(attribute) ?? '' }
}

/**
 * Lets links, forms and frames that lead to another host of the program tell who referred the
 * visitor, at the moment when the visitor uses them. Other hosts learn nothing.
 *
 * @returns Stops it.
 */
export function connectLinks({ credits }: Pick<PartHost, 'credits'>): () => void {
  /** What links were before they were completed, and then. */
  const completed = new WeakMap<Link, { before: string; after: string }>()

  const complete = (href: string): string => {
    const parameters = handOver(href, credits())
    return parameters ? withParameters(href, parameters) : href
  }

  const onFollow = (event: Event) => {
    const link = event.composedPath().find(isLink)
    if (!link) return
    const known = completed.get(link)
    // Completed anew each time: the credit may have changed, and so may the site's own address.
    const before = known?.after === link.href ? known.before : link.href
    const after = complete(before)
    if (after === link.href) return
    completed.set(link, { before, after })
    link.href = after
  }

  /** The query of an address gives way to the fields of the form, so they have to carry it. */
  const completeFields = (form: HTMLFormElement, parameters: HandOver) =>
    form.addEventListener(
      'formdata',
      ({ formData }) => {
        for (const [name, value] of Object.entries(parameters)) {
          if (!formData.has(name)) formData.set(name, value)
        }
      },
      { once: true },
    )

  const onSubmit = (event: Event) => {
    const [form] = event.composedPath()
    const { submitter } = event as SubmitEvent
    if (!(form instanceof HTMLFormElement)) return
    const { element, name, value } = saysWhere('action', form, submitter)
    const href = new URL(value, document.baseURI).href
    const parameters = handOver(href, credits())
    if (!parameters) return
    if (!/^post$/i.test(saysWhere('method', form, submitter).value)) {
      return completeFields(form, parameters)
    }
    element.setAttribute(name, withParameters(href, parameters))
    // The browser reads it right after the event.
    setTimeout(() => element.setAttribute(name, value))
  }

  tidyAddress()
  for (const type of EVENTS) addEventListener(type, onFollow, true)
  const stopForms = listenDeep({ submit: onSubmit })
  const stopFrames = watchFrames(complete)
  return () => {
    for (const type of EVENTS) removeEventListener(type, onFollow, true)
    stopForms()
    stopFrames()
  }
}
