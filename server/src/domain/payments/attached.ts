import type { Payload } from './payload.js'

/** Names under which merchants attach the customer's key to a payment. */
const CUSTOMER = ['customer_key', 'customer_id', 'partnero_customer']

/** … and the key of the partner or friend who sent the payer, as the cookie holds it. */
const REFERRER = [
  'partner_key',
  'partnero_partner',
  'partner',
  'referral_key',
  'partnero_referral',
  'referral',
]

const LONGEST_KEY = 255

/**
 * Reads what the merchant attached to a payment.
 *
 * @param places Where providers keep it (metadata, custom data), the first that has something counts.
 */
export const attached = (places: Payload[]) => ({
  customerKey: first(places, CUSTOMER),
  referrerKey: first(places, REFERRER),
})

const first = (places: Payload[], names: string[]): string | undefined =>
  places
    // Chargebee begins the names of custom fields with cf_.
    .flatMap((place) => names.flatMap((name) => [place.text(name), place.text(`cf_${name}`)]))
    .find((key) => key !== undefined && key.length <= LONGEST_KEY)
