import { randomBytes } from 'node:crypto'

/** `pollen_<public id>_<32 random bytes>`: it says which program it opens before any query does. */
const KEY = /^pollen_([A-Z][A-Z0-9]{7})_[\w-]{43}$/

export const newApiKey = (programId: string): string =>
  `pollen_${programId}_${randomBytes(32).toString('base64url')}`

/** The program that a key claims to open, or `undefined` when it is no key of ours. */
export const programIdOfApiKey = (key: string): string | undefined => KEY.exec(key)?.[1]
