/**
 * A link that opens the portal once. The token stands behind the `#`, which browsers send to nobody: no
 * log of a server or a proxy has it, and no mail scanner that merely fetches the page uses it up.
 */
export const signInUrl = (portalUrl: string, token: string): string =>
  `${portalUrl}/sign-in#token=${token}`
