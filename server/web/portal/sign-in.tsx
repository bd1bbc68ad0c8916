import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { requestJson } from '../lib/request-json.js'
import { Field } from '../look/field.js'
import { FormError } from '../look/form-error.js'
import { Entrance } from './parts/entrance.js'
import { Sent } from './parts/sent.js'
import { usePortalProgram } from './portal-context.js'
import type { Profile } from './records.js'
import { texts } from './texts.js'
import { useForm } from './use-form.js'
import { portalPath } from './use-portal.js'

/** The way in: by a link that comes by mail, where mail is sent, or by password. */
export function SignIn({
  onSignIn,
  notice,
}: {
  onSignIn: (profile: Profile) => void
  /** Why somebody is here who wanted to be elsewhere. */
  notice?: string
}) {
  const { public_id, sends_mail, sign_up } = usePortalProgram()
  const [byPassword, setByPassword] = useState(!sends_mail)
  const [sentTo, setSentTo] = useState<string>()
  const { onSubmit, isBusy, error, errorOf } = useForm(async (body) => {
    const path = byPassword ? '/sign-in' : '/sign-in-links'
    const { data } = await requestJson<{ data: Profile }>(portalPath(public_id, path), {
      method: 'POST',
      body,
    })
    if (byPassword) onSignIn(data)
    else setSentTo(body.email)
  })
  if (sentTo) return <Sent title={texts.sent.title} text={texts.sent.link(sentTo)} />
  return (
    <Entrance title={texts.signIn.title}>
      {notice && (
        <p class="note warn" role="alert">
          {notice}
        </p>
      )}
      <form class="stack" onSubmit={onSubmit}>
        <FormError error={error} />
        <Field label={texts.email} error={errorOf('email')}>
          {(control) => (
            <input {...control} name="email" type="email" autocomplete="username" required />
          )}
        </Field>
        {byPassword && (
          <Field label={texts.password}>
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
        )}
        <button type="submit" class="button main" aria-busy={isBusy}>
          {byPassword ? texts.signIn.action : texts.signIn.sendLink}
        </button>
      </form>
      {sends_mail && (
        <button type="button" class="button bare" onClick={() => setByPassword(!byPassword)}>
          {byPassword ? texts.signIn.useLink : texts.signIn.usePassword}
        </button>
      )}
      {!sends_mail && <p class="small soft">{texts.signIn.lost}</p>}
      {sign_up !== 'closed' && (
        <p class="small">
          {texts.signIn.isNew} <Link href="/sign-up">{texts.signUp.title}</Link>
        </p>
      )}
    </Entrance>
  )
}
