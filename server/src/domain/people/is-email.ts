/** What every address has, and no more: the one sure test of an address is a message sent to it. */
export const EMAIL_PATTERN = '^[^\\s@]+@[^\\s@]+$'

const EMAIL = new RegExp(EMAIL_PATTERN)

export const isEmail = (text: string): boolean => EMAIL.test(text)
