import { randomBytes } from 'node:crypto'

/** A key that is easy to read aloud, for who was given none: 10 characters 0–9 and a–f, 40 bits. */
export const newReferralKey = (): string => randomBytes(5).toString('hex')
