import { QueryClientProvider, useQuery, useQueryClient } from '@tanstack/preact-query'
import { Router } from 'wouter-preact'
import { createQueryClient } from '../lib/create-query-client.js'
import { ENDED, endedSession } from '../lib/ended-session.js'
import { RequestError, requestJson } from '../lib/request-json.js'
import { Asker } from '../look/ask.js'
import { Failure } from '../look/states.js'
import { Toasts } from '../look/toasts.js'
import { programToOpen } from './open-program.js'
import { daysPath, lastDays, USUAL_DAYS } from './overview/days.js'
import type { Session } from './session.js'
import { Shell } from './shell.js'
import { SignIn } from './sign-in.js'
import { answerQuery } from './use-api.js'

const client = createQueryClient((queries) => queries.setQueryData(['session'], endedSession))

const SESSION = {
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: (): Promise<Session | typeof ENDED | null> =>
    requestJson<{ data: Session }>('/auth/v1/session')
      .then(({ data }) => {
        askAhead(data)
        return data
      })
      .catch((error: unknown) => {
        if (error instanceof RequestError && error.status === 401) return null
        throw error
      }),
}

/** Asks for the figures of the first page before the page itself is drawn, which then has them at once. */
function askAhead({ programs }: Session): void {
  const program = programToOpen(programs)
  if (!program || !/^\/dashboard\/?$/.test(location.pathname)) return
  const path = daysPath(lastDays(USUAL_DAYS, Date.now()))
  void client.prefetchQuery(answerQuery(program.public_id, path))
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
  if (!data || data === ENDED) {
    return (
      <SignIn
        hasEnded={data === ENDED}
        onSignIn={(session) => queries.setQueryData(['session'], session)}
      />
    )
  }
  return <Shell session={data} />
}
