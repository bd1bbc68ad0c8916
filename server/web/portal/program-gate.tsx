import { useQuery, useQueryClient } from '@tanstack/preact-query'
import { Route, Switch } from 'wouter-preact'
import { ENDED } from '../lib/ended-session.js'
import { RequestError, requestJson } from '../lib/request-json.js'
import { Empty, Failure, Loading } from '../look/states.js'
import { PortalContext } from './portal-context.js'
import type { PortalProgram, Profile } from './records.js'
import { Shell } from './shell.js'
import { SignIn } from './sign-in.js'
import { SignInByLink } from './sign-in-by-link.js'
import { SignUp } from './sign-up.js'
import { texts } from './texts.js'
import { portalPath } from './use-portal.js'

/** One program's portal: for those who are signed in, and the way in for others. */
export function ProgramGate({ id }: { id: string }) {
  const queries = useQueryClient()
  const program = useQuery({
    queryKey: ['program', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      requestJson<{ data: PortalProgram }>(portalPath(id, '')).then(({ data }) => data),
  })
  const profile = useQuery({
    queryKey: ['profile', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: (): Promise<Profile | typeof ENDED | null> =>
      requestJson<{ data: Profile }>(portalPath(id, '/me'))
        .then(({ data }) => data)
        .catch((error: unknown) => {
          if (error instanceof RequestError && error.status === 401) return null
          throw error
        }),
  })
  const error = program.error ?? profile.error
  if (error) {
    return (
      <main class="alone">
        <h1 class="unseen">{texts.portal}</h1>
        {error instanceof RequestError && error.status === 404 ? (
          <Empty title={texts.failure.noProgram}>
            <p>{texts.failure.lookAgain}</p>
            <a href="/partners" class="button">
              {texts.choose.title}
            </a>
          </Empty>
        ) : (
          <Failure
            error={error}
            onRetry={() => Promise.all([program.refetch(), profile.refetch()])}
          />
        )}
      </main>
    )
  }
  if (program.isPending || profile.isPending) {
    return (
      <main class="alone">
        <h1 class="unseen">{texts.portal}</h1>
        <div class="card">
          <Loading />
        </div>
      </main>
    )
  }
  const hasEnded = profile.data === ENDED
  const partner = profile.data === ENDED ? null : profile.data
  const open = (data: Profile | null) => queries.setQueryData(['profile', id], data)
  return (
    <PortalContext.Provider value={program.data}>
      <Switch>
        <Route path="/sign-in">
          {location.hash.startsWith('#token=') || !partner ? (
            <SignInByLink onSignIn={open} />
          ) : (
            <Shell profile={partner} onSignOut={() => open(null)} />
          )}
        </Route>
        <Route path="/sign-up">
          {partner ? (
            <Shell profile={partner} onSignOut={() => open(null)} />
          ) : (
            <SignUp onSignIn={open} />
          )}
        </Route>
        <Route>
          {partner ? (
            <Shell profile={partner} onSignOut={() => open(null)} />
          ) : (
            <SignIn onSignIn={open} {...(hasEnded && { notice: texts.signIn.ended })} />
          )}
        </Route>
      </Switch>
    </PortalContext.Provider>
  )
}
