import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { requestJson } from '../lib/request-json.js'
import { Field } from '../look/field.js'
import { FormError } from '../look/form-error.js'
import { Entrance } from './parts/entrance.js'
import { Names } from './parts/names.js'
import { NewPassword } from './parts/new-password.js'
import { offerText } from './parts/offer-text.js'
import { Sent } from './parts/sent.js'
import { usePortalProgram } from './portal-context.js'
import type { Profile } from './records.js'
import { texts } from './texts.js'
import { useForm } from './use-form.js'
import { portalPath } from './use-portal.js'

type Answer = { next: 'letter' | 'approval' } | Profile

/** Joining, where the program lets people join. */
export function SignUp({ onSignIn }: { onSignIn: (profile: Profile) => void }) {
  const { public_id, name, sends_mail, sign_up, offer } = usePortalProgram()
  const [next, setNext] = useState<string>()
  const { onSubmit, isBusy, error, errorOf } = useForm(async (body) => {
    const { data } = await requestJson<{ data: Answer }>(portalPath(public_id, '/sign-up'), {
      method: 'POST',
      body,
    })
    if (!('next' in data)) onSignIn(data)
    else
      setNext(data.next === 'letter' ? texts.sent.welcome(body.email ?? '') : texts.sent.approval)
  })
  if (next) return <Sent title={texts.sent.thanks} text={next} />
  if (sign_up === 'closed') {
    return (
      <Entrance title={texts.signUp.title}>
        <p>{texts.signUp.closed(name)}</p>
        <Link href="/" class="button">
          {texts.signIn.title}
        </Link>
      </Entrance>
    )
  }
  return (
    <Entrance title={texts.signUp.heading(name)}>
      {offer && <p class="soft">{texts.signUp[sign_up](offerText(offer))}</p>}
      <form class="stack" onSubmit={onSubmit}>
        <FormError error={error} />
        <Names errorOf={errorOf} />
        <Field label={texts.email} error={errorOf('email')}>
          {(control) => (
            <input {...control} name="email" type="email" autocomplete="email" required />
          )}
        </Field>
        {!sends_mail && <NewPassword label={texts.password} error={errorOf('password')} />}
        <button type="submit" class="button main" aria-busy={isBusy}>
          {texts.signUp.action}
        </button>
      </form>
      <p class="small">
        {texts.signUp.isKnown} <Link href="/">{texts.signIn.title}</Link>
      </p>
    </Entrance>
  )
}
