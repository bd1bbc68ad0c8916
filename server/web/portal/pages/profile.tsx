import { useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { Field } from '../../look/field.js'
import { FormError } from '../../look/form-error.js'
import { PageHead } from '../../look/page-head.js'
import { tell } from '../../look/toasts.js'
import { Names } from '../parts/names.js'
import { NewPassword } from '../parts/new-password.js'
import { usePortalProgram } from '../portal-context.js'
import type { Profile } from '../records.js'
import { texts } from '../texts.js'
import { useForm } from '../use-form.js'
import { useSend } from '../use-portal.js'
import { PayoutForm } from './payout-form.js'

const { profile: own } = texts

/** Who the partner is, where payouts go, and the password. */
export const ProfilePage = ({ profile }: { profile: Profile }) => (
  <>
    <PageHead title={own.title} />
    <div class="cards">
      <Person profile={profile} />
      <PayoutForm profile={profile} />
      <Password profile={profile} />
    </div>
  </>
)

/** Changes something of the profile, and says so. */
export function useProfileForm(
  bodyOf: (fields: Record<string, string>) => object,
  saved: string = own.saved,
  onSaved = () => {},
) {
  const { public_id } = usePortalProgram()
  const queries = useQueryClient()
  const send = useSend()
  return useForm(async (fields) => {
    const changed = await send<Profile>('PUT', '/me', bodyOf(fields))
    queries.setQueryData(['profile', public_id], changed)
    tell({ text: saved })
    onSaved()
  })
}

function Person({ profile }: { profile: Profile }) {
  const { onSubmit, isBusy, error, errorOf } = useProfileForm(({ name, surname = '' }) => ({
    name,
    surname,
  }))
  return (
    <form class="card stack" onSubmit={onSubmit}>
      <h2>{own.you}</h2>
      <FormError error={error} />
      <Names profile={profile} errorOf={errorOf} />
      <Field label={texts.email} hint={own.emailHint}>
        {(control) => <input {...control} type="email" readOnly value={profile.email} />}
      </Field>
      <div>
        <button type="submit" class="button" aria-busy={isBusy}>
          {texts.save}
        </button>
      </div>
    </form>
  )
}

function Password({ profile }: { profile: Profile }) {
  const [times, setTimes] = useState(0)
  const { onSubmit, isBusy, error, errorOf } = useProfileForm(
    ({ password }) => ({ password }),
    own.passwordSaved,
    () => setTimes(times + 1),
  )
  return (
    <form class="card stack" onSubmit={onSubmit}>
      <h2>{own.passwordTitle}</h2>
      <p class="small soft">{profile.has_password ? own.hasPassword : own.noPassword}</p>
      <FormError error={!errorOf('password') && error} />
      <input type="email" name="" value={profile.email} autocomplete="username" hidden readOnly />
      <NewPassword key={times} label={own.newPassword} error={errorOf('password')} />
      <div>
        <button type="submit" class="button" aria-busy={isBusy}>
          {own.setPassword}
        </button>
      </div>
    </form>
  )
}
