import { useState } from 'preact/hooks'
import { type RequestError, requestJson } from '../lib/request-json.js'
import { Field } from '../look/field.js'
import { FormError } from '../look/form-error.js'
import { Brand } from '../look/frame.js'
import type { Session } from './session.js'

/** The page of those who are not signed in; tells newcomers how an account is made. */
export function SignIn({
  hasEnded,
  onSignIn,
}: {
  /** Whether somebody was signed in until now, and did not sign out. */
  hasEnded: boolean
  onSignIn: (session: Session) => void
}) {
  const [error, setError] = useState<RequestError>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const body = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement))
    setBusy(true)
    setError(undefined)
    try {
      const { data } = await requestJson<{ data: Session }>('/auth/v1/sign-in', {
        method: 'POST',
        body,
      })
      onSignIn(data)
    } catch (reason) {
      setError(reason as RequestError)
    } finally {
      setBusy(false)
    }
  }
  document.title = 'Sign in · Pollen'
  return (
    <main class="alone">
      <Brand name="Pollen" />
      <form class="card stack" onSubmit={submit}>
        <h1>Sign in</h1>
        {hasEnded && (
          <p class="note warn" role="alert">
            Your session has ended. Sign in to go on where you were.
          </p>
        )}
        <FormError error={error} />
        <Field label="E-mail">
          {(control) => (
            <input {...control} name="email" type="email" autocomplete="username" required />
          )}
        </Field>
        <Field label="Password">
          {(control) => (
            <input
              {...control}
              name="password"
              type="password"
              autocomplete="current-password"
              required
            />
          )}
        </Field>
        <button type="submit" class="button main" aria-busy={isBusy}>
          Sign in
        </button>
      </form>
      <details class="small soft">
        <summary>No account yet, or the password is lost?</summary>
        <p>Accounts are made on the machine that runs the server:</p>
        <pre class="code-block">npx pollen-server account create --email you@example.com</pre>
        <p>
          A new password is set with <code>account password</code>, the same way.
        </p>
      </details>
    </main>
  )
}
