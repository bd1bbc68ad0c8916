import { randomInt } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LETTERS_AND_DIGITS = `${LETTERS}0123456789`

const pick = (characters: string): string => characters.charAt(randomInt(characters.length))

/** A program's name in snippets and URLs: 8 characters, a letter first, about 2 × 10¹² of them. */
export const newPublicId = (): string =>
  pick(LETTERS) + Array.from({ length: 7 }, () => pick(LETTERS_AND_DIGITS)).join('')
