import type { Referrer } from '../../store/referrers.js'

/** What a visitor may learn of who sent them: enough for a greeting. */
export const publicReferrer = (referrer: Referrer | undefined) =>
  referrer ? { key: referrer.key, name: referrer.name } : null
