import { type CheckoutOptions, createBuyer, type Referrers } from './buyer.js'
import { clientReference } from './client-reference.js'
import { isSitesOwn, markCompleted } from './completed.js'
import { watchElements } from './watch-elements.js'

export interface StripeOptions extends CheckoutOptions {
  /** Further hosts of payment links, where Stripe serves them under a domain of the site's. */
  hosts?: readonly string[] | undefined
}

const HOSTS = ['buy.stripe.com', 'donate.stripe.com']

/** Stripe's own elements: https://docs.stripe.com/payment-links/buy-button */
const ELEMENTS = 'stripe-buy-button, stripe-pricing-table'

/** Whatever follows a link or copies its address; the keyboard clicks. */
const EVENTS = ['click', 'auxclick', 'contextmenu']

const PARAMETER = 'client_reference_id'
const ATTRIBUTE = 'client-reference-id'

/**
 * Lets payments through Stripe's payment links, buy buttons and pricing tables tell who referred the
 * buyer: as their `client_reference_id`, see `clientReference`.
 *
 * Links are completed when they are clicked, elements when they are added. A reference that the site
 * has put there itself stays.
 *
 * @param referrers Who referred this visitor, as known now.
 * @returns Stops it.
 */
export function connectStripe(
  referrers: () => Referrers,
  { hosts = [], ...options }: StripeOptions = {},
): () => void {
  const buyer = createBuyer(referrers, options)
  const complete = (element: Element, present: string | null, put: (reference: string) => void) => {
    if (isSitesOwn(element, present)) return
    const { customer_key: customer, partner_key: partner } = buyer()
    const key = customer || partner
    const reference = key && clientReference(key)
    if (!reference || reference === present) return
    markCompleted(element, reference)
    put(reference)
  }

  const onFollow = (event: Event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (!link || ![...HOSTS, ...hosts].includes(link.hostname)) return
    const url = new URL(link.href)
    complete(link, url.searchParams.get(PARAMETER), (reference) => {
      url.searchParams.set(PARAMETER, reference)
      link.href = url.href
    })
  }

  for (const name of EVENTS) document.addEventListener(name, onFollow, true)
  const stopWatching = watchElements(document, ELEMENTS, (element) =>
    complete(element, element.getAttribute(ATTRIBUTE), (reference) =>
      element.setAttribute(ATTRIBUTE, reference),
    ),
  )
  return () => {
    stopWatching()
    for (const name of EVENTS) document.removeEventListener(name, onFollow, true)
  }
}
