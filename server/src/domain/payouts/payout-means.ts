import { PollenError } from '../../errors/pollen-error.js'
import type { PayoutRequestRow } from '../../store/database.js'

/** By which gateway somebody is paid, and to where. */
export interface PayoutMeans {
  gateway: Exclude<PayoutRequestRow['gateway'], null>
  payout_settings: Record<string, string | undefined>
}

/** What has to be known to pay by a gateway. */
const REQUIRED: Record<string, readonly string[]> = {
  paypal: ['username'],
  crypto: ['wallet_address'],
  venmo: ['recipient_type'],
  wise: [],
}

/** Where venmo finds each type of recipient. */
const VENMO_FIELDS: Record<string, string> = {
  USER_HANDLE: 'user_handle',
  EMAIL: 'email',
  PHONE: 'phone',
}

/** @throws PollenError `invalid`, naming what the gateway needs besides. */
export function payoutMeans({ gateway, payout_settings }: PayoutMeans): PayoutMeans {
  const venmoField = VENMO_FIELDS[payout_settings.recipient_type ?? '']
  const required = REQUIRED[gateway] ?? []
  const missing = [...required, ...(gateway === 'venmo' && venmoField ? [venmoField] : [])].filter(
    (name) => payout_settings[name] === undefined,
  )
  if (missing.length === 0) return { gateway, payout_settings }
  throw new PollenError(
    'invalid',
    Object.fromEntries(
      missing.map((name) => [
        `payout_settings.${name}`,
        [`The payout_settings.${name} is required for ${gateway}.`],
      ]),
    ),
  )
}
