import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { RequestError } from '../../lib/request-json.js'
import { type ControlAttributes, Field } from '../../look/field.js'
import { FormError } from '../../look/form-error.js'
import { tell } from '../../look/toasts.js'
import { useProgram } from '../program-context.js'
import { useApi } from '../use-api.js'
import { readSettings } from './read-settings.js'

/** `GET /v1/settings`, as far as the form has it. */
export interface ProgramSettings {
  parameter: string
  query_params: string[]
  url_format: 'query' | 'link'
  cookie_lifetime: number | 'lifetime'
  attribution: 'last_click' | 'first_click'
  consent: 'not_required' | 'required' | 'gpc'
  partner_sign_up: 'closed' | 'approval' | 'open'
  strict_attribution: boolean
  transaction_based_attribution: boolean
  coupon_attribution: 'never' | 'when_unattributed' | 'always'
  commission: string | number
  commission_sales: 'every' | 'first'
  commission_months: number | 'lifetime'
  hold_days: number
  domains: string[]
  click_retention_days: number | 'forever'
}

/** All settings in one form, which sends them together. */
export function SettingsForm({ settings }: { settings: ProgramSettings }) {
  const { send } = useApi()
  const { type } = useProgram()
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const errors = error instanceof RequestError ? error.errors : {}
  const errorOf = (name: string) => (errors[name] ?? errors[`settings.${name}`])?.join(' ')
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      const form = new FormData(event.currentTarget as HTMLFormElement)
      await send('PUT', '/settings', { settings: readSettings(form) })
      tell({ text: 'The settings are saved.' })
    } catch (reason) {
      setError(reason as Error)
    } finally {
      setBusy(false)
    }
  }
  const text = (name: keyof ProgramSettings, label: string, hint?: ComponentChildren) => (
    <Field label={label} hint={hint} error={errorOf(name)}>
      {(control: ControlAttributes) => (
        <input {...control} name={name} defaultValue={[settings[name]].flat().join(', ')} />
      )}
    </Field>
  )
  const choice = (name: keyof ProgramSettings, label: string, options: Record<string, string>) => (
    <Field label={label} error={errorOf(name)}>
      {(control) => (
        <select {...control} name={name}>
          {Object.entries(options).map(([value, title]) => (
            <option key={value} value={value} selected={settings[name] === value}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const check = (name: keyof ProgramSettings, label: string) => (
    <label class="check">
      <input type="checkbox" name={name} defaultChecked={settings[name] === true} />
      {label}
    </label>
  )
  return (
    <form class="stack" onSubmit={save}>
      <FormError error={error} />
      <section class="card stack">
        <h2>What is paid</h2>
        <div class="fields-2">
          {text(
            'commission',
            'Commission',
            'A share of the sale, such as 30%, or an amount, such as 5.00.',
          )}
          {choice('commission_sales', 'For', {
            every: 'Every sale of a customer',
            first: 'The first sale of a customer',
          })}
          {text('commission_months', 'For how many months', 'A number, or “lifetime”.')}
          {text('hold_days', 'Days on hold', 'Before a commission can be paid: time for refunds.')}
        </div>
      </section>
      <section class="card stack">
        <h2>Who is credited</h2>
        <div class="fields-2">
          {choice('attribution', 'If somebody comes by several links', {
            last_click: 'The last one counts',
            first_click: 'The first one counts',
          })}
          {choice('coupon_attribution', 'A promotion code at the till', {
            never: 'Changes nothing',
            when_unattributed: 'Counts where there was no link',
            always: 'Counts more than a link',
          })}
          {text('cookie_lifetime', 'Days that a click is remembered', 'A number, or “lifetime”.')}
          {type === 'affiliate' &&
            choice('partner_sign_up', 'Who becomes a partner', {
              closed: 'Whom you add',
              approval: 'Who applies at /partners and is approved',
              open: 'Who joins at /partners',
            })}
          {choice('consent', 'Consent of visitors', {
            not_required: 'Is not asked for',
            gpc: 'Is needed where the browser says so',
            required: 'Is needed of everyone',
          })}
        </div>
        <div>
          {check('strict_attribution', 'Refuse sign-ups that name a partner who is not there')}
          {check(
            'transaction_based_attribution',
            'A sale may name another partner than its customer',
          )}
        </div>
      </section>
      <section class="card stack">
        <h2>Links</h2>
        <div class="fields-2">
          {text('parameter', 'Parameter', 'As in https://shop.example/?aff=jane.')}
          {text('query_params', 'Further parameters', 'Separated by commas.')}
          {choice('url_format', 'Look', {
            query: '?aff=jane',
            link: '/aff/jane',
          })}
          {text('domains', 'Further websites', 'Where links may lead besides; by commas.')}
          {text(
            'click_retention_days',
            'Days that clicks are kept',
            'A number, or “forever”. Figures stay.',
          )}
        </div>
      </section>
      <div class="form-foot">
        <button type="submit" class="button main" aria-busy={isBusy}>
          Save settings
        </button>
      </div>
    </form>
  )
}
