import { useState } from 'preact/hooks'
import { Field } from '../../look/field.js'
import { FormError } from '../../look/form-error.js'
import type { Gateway, Profile } from '../records.js'
import { texts } from '../texts.js'
import { useProfileForm } from './profile.js'

const { profile: own } = texts

/** What has to be known to pay by each gateway, by the names of the API. */
const FIELDS: Record<Gateway, { name: string; label: string; hint?: string }[]> = {
  paypal: [{ name: 'username', label: own.username, hint: own.usernameHint }],
  wise: [
    { name: 'address', label: own.wise },
    { name: 'name', label: own.wiseName },
  ],
  crypto: [
    { name: 'wallet_address', label: own.wallet },
    { name: 'type', label: own.walletType, hint: own.walletTypeHint },
  ],
  venmo: [],
}

/** Where Venmo finds each kind of recipient. */
const VENMO = { USER_HANDLE: 'user_handle', EMAIL: 'email', PHONE: 'phone' } as const

/** Where payouts go. */
export function PayoutForm({ profile }: { profile: Profile }) {
  const known = profile.payout?.payout_settings ?? {}
  const [gateway, setGateway] = useState<Gateway>(profile.payout?.gateway ?? 'paypal')
  const [recipient, setRecipient] = useState<keyof typeof VENMO>(
    (known.recipient_type as keyof typeof VENMO | undefined) ?? 'USER_HANDLE',
  )
  const { onSubmit, isBusy, error, errorOf } = useProfileForm(
    ({ gateway: chosen, ...payout_settings }) => ({ payout: { gateway: chosen, payout_settings } }),
  )
  const fields =
    gateway === 'venmo'
      ? [{ name: VENMO[recipient], label: own.recipients[recipient] }]
      : FIELDS[gateway]
  return (
    <form class="card stack" onSubmit={onSubmit}>
      <h2>{own.payout}</h2>
      <FormError error={error} />
      <Field label={own.gateway} error={errorOf('payout.gateway')}>
        {(control) => (
          <select
            {...control}
            name="gateway"
            value={gateway}
            onChange={(event) => setGateway(event.currentTarget.value as Gateway)}
          >
            {Object.entries(own.gateways).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {gateway === 'venmo' && (
        <Field label={own.recipient}>
          {(control) => (
            <select
              {...control}
              name="recipient_type"
              value={recipient}
              onChange={(event) => setRecipient(event.currentTarget.value as keyof typeof VENMO)}
            >
              {Object.entries(own.recipients).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {fields.map(({ name, label, ...more }) => (
        <Field
          key={name}
          label={label}
          error={errorOf(`payout_settings.${name}`)}
          {...('hint' in more && { hint: more.hint })}
        >
          {(control) => (
            <input
              {...control}
              name={name}
              required
              autocomplete="off"
              defaultValue={known[name] ?? ''}
            />
          )}
        </Field>
      ))}
      <div>
        <button type="submit" class="button" aria-busy={isBusy}>
          {texts.save}
        </button>
      </div>
    </form>
  )
}
