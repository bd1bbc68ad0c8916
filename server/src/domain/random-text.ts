import { randomInt } from 'node:crypto'

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** `length` letters and digits that nobody can guess: about six bits each. */
export const randomText = (length: number): string =>
  Array.from({ length }, () => CHARACTERS.charAt(randomInt(CHARACTERS.length))).join('')
