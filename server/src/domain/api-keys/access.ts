import type { Scope } from './api-key-scopes.js'

/** What a request may do: by an API key, or because somebody is signed in. */
export interface Access {
  /** Of the key or of the session; what its requests are counted by. */
  hash: string
  scopes: readonly Scope[]
  /** Milliseconds since the epoch; `null` for never. Nothing it makes lives longer. */
  expiresAt: number | null
}
