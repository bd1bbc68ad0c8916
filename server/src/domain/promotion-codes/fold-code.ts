/** The form by which promotion codes are compared: people type them in any case. */
export const foldCode = (code: string): string => code.toLowerCase()
