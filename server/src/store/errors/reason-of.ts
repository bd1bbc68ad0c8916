/** Node reports one refused connection per address as an AggregateError with an empty message. */
export const reasonOf = (cause: unknown): string =>
  cause instanceof AggregateError
    ? cause.errors.map(reasonOf).join(', ')
    : cause instanceof Error
      ? cause.message
      : String(cause)
