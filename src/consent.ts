/** Whether the visitor's consent is missing; not known while nobody has asked for it. */
let isMissing: boolean | undefined

/** Whether nothing may be kept in the browser for now, and no click reported. */
export const lacksConsent = (): boolean | undefined => isMissing

/** From now on the visitor has to agree first, unless that has happened on this page. */
export function requireConsent(): void {
  isMissing = isMissing !== false
}

/** The visitor agrees. */
export function grantConsent(): void {
  isMissing = false
}

/** The visitor does not agree, or no longer. */
export function withdrawConsent(): void {
  isMissing = true
}
