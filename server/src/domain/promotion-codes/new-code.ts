import { randomText } from '../random-text.js'

/** A code that is short enough to be typed in: 8 capital letters and digits. */
export const newCode = (): string => randomText(8).toUpperCase()
