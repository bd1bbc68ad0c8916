const KEY = /^[^\p{Cc}\p{Cs}]{1,255}$/u

/** 1 to 255 characters, none of them a control character or half of a pair. */
export const isKey = (value: unknown): value is string =>
  typeof value === 'string' && KEY.test(value)
