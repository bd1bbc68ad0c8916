import { attempt } from '../lib/attempt.js'
import { referral } from '../node/referral.js'
import type { Credit } from '../part-host.js'
import { parameterNames } from '../program-settings.js'
import { needsReferral } from './needs-referral.js'

/** What an address on another host of the program has to carry, by parameter. */
export type HandOver = Record<string, string>

/** Tells the other host the session, so that it is one visit. */
export const SESSION_PARAMETER = 'po_session'

/**
 * What an address has to carry so that the site there knows who referred this visitor.
 *
 * @param href Absolute.
 * @param credits Of the programs of this page, as they are now.
 * @returns `undefined` for an address that needs nothing: of strangers, or where cookies are shared.
 */
export function handOver(href: string, credits: readonly Credit[]): HandOver | undefined {
  const url = attempt(() => new URL(href))
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  // Within this page.
  if (href.includes('#') && href.split('#')[0] === location.href.split('#')[0]) return undefined
  const remembered = attempt(() => Object.values(referral(document.cookie))) ?? []
  const parameters: HandOver = {}
  for (const { settings, key, session } of credits) {
    const isRemembered = remembered.includes(key)
    if (!key || !needsReferral(url.host, location.host, settings, isRemembered)) continue
    parameters[parameterNames(settings)[0] as string] = key
    if (session) parameters[SESSION_PARAMETER] = session
  }
  return Object.keys(parameters).length > 0 ? parameters : undefined
}
