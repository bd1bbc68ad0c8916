import { createHash } from 'node:crypto'

/**
 * What we store instead of an API key or a token. One round of SHA-256 is enough: they have 256 random
 * bits, so there is nothing to guess, unlike in a password.
 */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')
