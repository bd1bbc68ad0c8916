import { useQueryClient } from '@tanstack/preact-query'
import { Field } from '../../look/field.js'
import { PageHead } from '../../look/page-head.js'
import { tell } from '../../look/toasts.js'
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
) {
  const { public_id } = usePortalProgram()
  const queries = useQueryClient()
  const send = useSend()
  return useForm(async (fields) => {
    const changed = await send<Profile>('PUT', '/me', bodyOf(fields))
    queries.setQueryData(['profile', public_id], changed)
    tell({ text: saved })
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
      {error && (
        <p class="note bad" role="alert">
          {error.message}
        </p>
      )}
      <Field label={texts.name} error={errorOf('name')}>
        {(control) => (
          <input
            {...control}
            name="name"
            autocomplete="given-name"
            required
            defaultValue={profile.name ?? ''}
          />
        )}
      </Field>
      <Field label={texts.surname} error={errorOf('surname')}>
        {(control) => (
          <input
            {...control}
            name="surname"
            autocomplete="family-name"
            defaultValue={profile.surname ?? ''}
          />
        )}
      </Field>
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
  const { onSubmit, isBusy, error, errorOf } = useProfileForm(
    ({ password }) => ({ password }),
    own.passwordSaved,
  )
  return (
    <form class="card stack" onSubmit={onSubmit}>
      <h2>{own.passwordTitle}</h2>
      <p class="small soft">{profile.has_password ? own.hasPassword : own.noPassword}</p>
      {error && !errorOf('password') && (
        <p class="note bad" role="alert">
          {error.message}
        </p>
      )}
      <input type="email" name="" value={profile.email} autocomplete="username" hidden readOnly />
      <Field label={own.newPassword} hint={texts.passwordHint} error={errorOf('password')}>
        {(control) => (
          <input
            {...control}
            name="password"
            type="password"
            autocomplete="new-password"
            minLength={8}
            required
          />
        )}
      </Field>
      <div>
        <button type="submit" class="button" aria-busy={isBusy}>
          {own.setPassword}
        </button>
      </div>
    </form>
  )
}
