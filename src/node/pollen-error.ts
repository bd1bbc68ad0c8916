/** Why a call of the REST API failed. */
export class PollenError extends Error {
  override readonly name = 'PollenError'
  /** HTTP status of the answer; `undefined` when none came. */
  readonly status: number | undefined
  /** What was wrong, by field: `{ email: ['The email must be …'] }`. */
  readonly errors: Readonly<Record<string, readonly string[]>>
  readonly method: string
  /** Of the API, without host and query: `/customers/user_42`. */
  readonly path: string

  /** @param reason What went wrong, in words. The message puts method and path before it. */
  constructor(
    reason: string,
    {
      method,
      path,
      status,
      errors = {},
      cause,
    }: {
      method: string
      path: string
      status?: number | undefined
      errors?: Readonly<Record<string, readonly string[]>> | undefined
      cause?: unknown
    },
  ) {
    const details = Object.values(errors).flat().join(' ')
    super([`${method} ${path}: ${reason}`, details].filter(Boolean).join(' '), { cause })
    this.status = status
    this.errors = errors
    this.method = method
    this.path = path
  }
}
