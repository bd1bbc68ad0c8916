import { useQuery, useQueryClient } from '@tanstack/preact-query'
import { endedSession } from '../lib/ended-session.js'
import { isSignedOut, requestJson } from '../lib/request-json.js'
import { usePortalProgram } from './portal-context.js'

/** Where a program's portal is asked. */
export const portalPath = (programId: string, path: string) =>
  `/portal/v1/programs/${encodeURIComponent(programId)}${path}`

/** What `GET` answers as `data`, and how far it is on its way. */
export function usePortalData<Data>(path: string) {
  const { public_id } = usePortalProgram()
  return useQuery({
    queryKey: [public_id, path],
    queryFn: () =>
      requestJson<{ data: Data }>(portalPath(public_id, path)).then(({ data }) => data),
  })
}

/** Changes something; what is on the page is then read anew. */
export function useSend() {
  const { public_id } = usePortalProgram()
  const queries = useQueryClient()
  return async <Data>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => {
    const answer = await requestJson<{ data: Data }>(portalPath(public_id, path), {
      method,
      ...(body !== undefined && { body }),
    }).catch((error) => {
      if (isSignedOut(error)) queries.setQueryData(['profile', public_id], endedSession)
      throw error
    })
    await queries.invalidateQueries({ queryKey: [public_id] })
    return answer.data
  }
}
