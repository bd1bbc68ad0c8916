/**
 * What an API key may be used for.
 *
 * - `read`: everything that changes nothing.
 * - `write`: everything that does.
 * - `events`: reporting clicks and sign-ups for many visitors from one address, as a proxy or an app
 *   does, under a rate limit of the key's own.
 */
export const SCOPES = ['read', 'write', 'events'] as const

export type Scope = (typeof SCOPES)[number]

/** @param key A key as stored. */
export const scopesOf = (key: { scopes: string }): Scope[] => JSON.parse(key.scopes)
