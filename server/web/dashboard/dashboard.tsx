import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/preact-query'
import { Router } from 'wouter-preact'
import { createQueryClient } from '../lib/create-query-client.js'
import { RequestError, requestJson } from '../lib/request-json.js'
import { Asker } from '../look/ask.js'
import { Failure } from '../look/states.js'
import { Toasts } from '../look/toasts.js'
import type { Session } from './session.js'
import { Shell } from './shell.js'
import { SignIn } from './sign-in.js'

const client = createQueryClient((queries) => queries.setQueryData(['session'], null))

const SESSION = {
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () =>
    requestJson<{ data: Session }>('/auth/v1/session')
      .then(({ data }) => data)
      .catch((error: unknown) => {
        if (error instanceof RequestError && error.status === 401) return null
        throw error
      }),
}
// Nothing can be drawn before the answer, so it is not for the first drawing to ask.
void client.prefetchQuery(SESSION)

/** The whole application. */
export const Dashboard = () => (
  <QueryClientProvider client={client}>
    <Router base="/dashboard">
      <SignedIn />
    </Router>
    <Asker />
    <Toasts />
  </QueryClientProvider>
)

function SignedIn() {
  const queries = useQueryClient()
  const { data, error, isPending, refetch } = useQuery(SESSION)
  if (isPending) return null
  if (error)
    return (
      <main class="alone">
        <h1 class="unseen">Pollen</h1>
        <Failure error={error} onRetry={() => refetch()} />
      </main>
    )
  if (!data) return <SignIn onSignIn={(session) => queries.setQueryData(['session'], session)} />
  return <Shell session={data} />
}
