import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { requestJson } from '../lib/request-json.js'
import { Loading } from '../look/states.js'
import { Entrance } from './parts/entrance.js'
import { usePortalProgram } from './portal-context.js'
import type { Profile } from './records.js'
import { SignIn } from './sign-in.js'
import { texts } from './texts.js'
import { portalPath } from './use-portal.js'

/** Takes in who comes by a link from a letter, and takes the token out of the address first. */
export function SignInByLink({ onSignIn }: { onSignIn: (profile: Profile) => void }) {
  const { public_id } = usePortalProgram()
  const [, navigate] = useLocation()
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token'))
  const [error, setError] = useState<Error>()
  useEffect(() => {
    if (!token) return
    history.replaceState(null, '', location.pathname)
    requestJson<{ data: Profile }>(portalPath(public_id, '/sign-in-links/redeem'), {
      method: 'POST',
      body: { token },
    }).then(
      ({ data }) => {
        onSignIn(data)
        navigate('/', { replace: true })
      },
      (reason) => setError(reason),
    )
  }, [token])
  if (!token || error) {
    return <SignIn onSignIn={onSignIn} {...(error && { notice: error.message })} />
  }
  return (
    <Entrance title={texts.signIn.title}>
      <Loading lines={2} />
    </Entrance>
  )
}
