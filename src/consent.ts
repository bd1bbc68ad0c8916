/**
 * Whether nothing may be kept in the browser for now, and no click reported; not known while nobody has
 * asked for the visitor's consent. Whoever imports it reads what it is now.
 */
export let lacksConsent: boolean | undefined

/** From now on the visitor has to agree first, unless that has happened on this page. */
export function requireConsent(): void {
  lacksConsent = lacksConsent !== false
}

/** The visitor agrees. */
export function grantConsent(): void {
  lacksConsent = false
}

/** The visitor does not agree, or no longer. */
export function withdrawConsent(): void {
  lacksConsent = true
}
