/** The code that a driver gave an error (`23505`, `SQLITE_FULL`, `ECONNREFUSED`); empty for none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
