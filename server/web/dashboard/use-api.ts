import { useQuery, useQueryClient } from '@tanstack/preact-query'
import { endedSession } from '../lib/ended-session.js'
import { isSignedOut, requestJson } from '../lib/request-json.js'
import { useProgram } from './program-context.js'

export interface Api {
  /** Reads; the answer of `/v1` as it is. */
  get: <Answer>(path: string) => Promise<Answer>
  /** Changes something; what is on the page is then read anew. */
  send: <Answer = unknown>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ) => Promise<Answer>
}

/** Which program is meant; no other site can make a browser send it. */
export const programHeader = (id: string) => ({ 'x-pollen-program': id })

/** The REST API, on the program that is open. */
export function useApi(): Api {
  const { public_id } = useProgram()
  const queries = useQueryClient()
  const headers = programHeader(public_id)
  return {
    get: (path) => requestJson(`/v1${path}`, { headers }),
    async send(method, path, body) {
      const answer = await requestJson(`/v1${path}`, { method, headers, body }).catch((error) => {
        if (isSignedOut(error)) queries.setQueryData(['session'], endedSession)
        throw error
      })
      await queries.invalidateQueries({ queryKey: [public_id] })
      return answer as never
    },
  }
}

/** How `GET /v1…` is asked about a program, and where its answer is kept. */
export const answerQuery = <Answer>(programId: string, path: string) => ({
  queryKey: [programId, path],
  queryFn: () => requestJson<Answer>(`/v1${path}`, { headers: programHeader(programId) }),
})

/** What `GET /v1…` answers, and how far it is on its way. */
export function useAnswer<Answer>(path: string) {
  const { public_id } = useProgram()
  return useQuery(answerQuery<Answer>(public_id, path))
}

/** The same, of its `data` alone. */
export function useData<Data>(path: string, options: { refetchInterval?: number } = {}) {
  const { public_id } = useProgram()
  return useQuery({
    ...answerQuery<{ data: Data }>(public_id, path),
    select: ({ data }) => data,
    ...options,
  })
}
