import { createHmac } from 'node:crypto'

/**
 * Stands in for what must not be stored, such as a network address: the same within a day and a
 * program, meaningless and not to be reversed once the salt is gone.
 *
 * @param salt Of the program and the day.
 * @returns 22 characters, 128 bits.
 */
export const visitorHash = (salt: string, ...parts: string[]): string =>
  createHmac('sha256', salt)
    .update(JSON.stringify(parts))
    .digest()
    .subarray(0, 16)
    .toString('base64url')
