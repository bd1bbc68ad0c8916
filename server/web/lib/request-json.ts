/** What the server answered when it did not do what it was asked. */
export class RequestError extends Error {
  override name = 'RequestError'
  constructor(
    message: string,
    /** 0 where no answer came. */
    readonly status: number,
    /** Reasons by field, as the API gives them. */
    readonly errors: Record<string, string[]> = {},
  ) {
    super(message)
  }
}

/** Whether asking again would be answered the same: there is no such record, or it makes no sense. */
export const isRefused = (error: Error): boolean =>
  error instanceof RequestError && (error.status === 404 || error.status === 422)

/** Whether it was refused because nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof RequestError && error.status === 401

export interface JsonRequest {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  signal?: AbortSignal
}

/**
 * Asks our own server, with the cookie of whoever is signed in.
 *
 * @param url `/v1/partners?limit=20`.
 * @returns The JSON of the answer.
 * @throws {RequestError} When it was refused, in words that can be shown.
 */
export async function requestJson<Answer>(
  url: string,
  { method = 'GET', headers = {}, body, signal }: JsonRequest = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException) throw error
    throw new RequestError('The server cannot be reached. Is this device online?', 0)
  })
  const answer = await response.json().catch(() => ({}))
  // Some calls of the API tell by `status` 0 that nothing was done.
  if (response.ok && answer.status !== 0) return answer
  const { errors, message } = answer as { errors?: Record<string, string[]>; message?: string }
  const reasons = Object.values(errors ?? {}).flat()
  throw new RequestError(
    reasons.join(' ') || message || `The server answered ${response.status}.`,
    response.status,
    errors,
  )
}
