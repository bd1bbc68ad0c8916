/** What the browser tells of a request: members of `PerformanceResourceTiming`. */
export interface SeenRequest {
  /** The address. */
  name: string
  /** Milliseconds from the request to the answer's end. */
  duration: number
  /** 0 where there was no answer, or the browser does not say. Safari says it since 26. */
  responseStatus?: number
  /** Bytes of the answer. Of scripts from another origin browsers tell this, but not the status. */
  decodedBodySize?: number
}

const WHAT: [pattern: RegExp, what: string][] = [
  [/\/programs\/[^/]+\/clicks$/, 'The click was reported'],
  [/\/programs\/[^/]+\/customers$/, 'The sign-up was reported'],
  [/\/program\/[^/]+\/settings\/settings\.js/, 'The program’s settings were asked for'],
  [/\/programs\/[^/?]+(\?|$)/, 'The program’s settings were asked for'],
]

function outcome({ duration, responseStatus: status, decodedBodySize }: SeenRequest): string {
  const after = `after ${Math.round(duration)} ms`
  if (!status && decodedBodySize) return `the server has answered (${after}).`
  if (!status) return `there was no answer ${after}, or it may not be seen.`
  if (status === 404) return `the server knows no such program (404, ${after}).`
  if (status < 400) return `the server has answered (${status}, ${after}).`
  if (status < 500 && status !== 408 && status !== 429) {
    return `the server has refused it for good (${status}, ${after}).`
  }
  return `the server cannot take it now (${status}, ${after}); it is sent again later.`
}

/** How a request of the script went; `undefined` for requests of others. */
export function requestSentence(request: SeenRequest): string | undefined {
  const [, what] = WHAT.find(([pattern]) => pattern.test(request.name)) ?? []
  return what && `${what} at ${request.name}: ${outcome(request)}`
}
