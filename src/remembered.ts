import { type Referral, referral } from './node/referral.js'

/** Who referred this visitor, by cookie; nobody where cookies are forbidden. */
export function remembered(): Referral {
  try {
    return referral(document.cookie)
  } catch {
    return {}
  }
}
