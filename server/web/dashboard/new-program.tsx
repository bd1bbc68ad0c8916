import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { requestJson } from '../lib/request-json.js'
import { Field } from '../look/field.js'
import { FormDialog } from './parts/form-dialog.js'
import { MadeKey } from './parts/made-key.js'
import type { Program } from './session.js'

/** `POST /auth/v1/programs` */
interface Made {
  program: Program
  api_key: string
}

export interface NewProgramProps {
  onMade: (program: Program) => void
  /** Of the button that opens it. */
  class: string
  label?: string
  children: ComponentChildren
}

/** A button that makes a program, and shows its first API key. */
export function NewProgram({ onMade, class: looks, label, children }: NewProgramProps) {
  const [isAsking, setAsking] = useState(false)
  const [type, setType] = useState<Program['type']>('affiliate')
  const [made, setMade] = useState<Made>()
  return (
    <>
      <button type="button" class={looks} aria-label={label} onClick={() => setAsking(true)}>
        {children}
      </button>
      {isAsking && (
        <FormDialog
          title="New program"
          action="Make program"
          onClose={() => setAsking(false)}
          onSubmit={async (fields) => {
            const { data } = await requestJson<{ data: Made }>('/auth/v1/programs', {
              method: 'POST',
              body: fields,
            })
            setMade(data)
          }}
        >
          {(errorOf) => (
            <>
              <Field label="Name" hint="Partners and friends read it." error={errorOf('name')}>
                {(control) => (
                  <input {...control} name="name" required maxLength={255} autocomplete="off" />
                )}
              </Field>
              <Field label="Website" hint="Where referral links lead." error={errorOf('website')}>
                {(control) => (
                  <input
                    {...control}
                    name="website"
                    type="url"
                    required
                    placeholder="https://shop.example"
                  />
                )}
              </Field>
              <Field label="Who refers" error={errorOf('type')}>
                {(control) => (
                  <select
                    {...control}
                    name="type"
                    value={type}
                    onChange={({ currentTarget }) =>
                      setType(currentTarget.value as Program['type'])
                    }
                  >
                    <option value="affiliate">Partners, for a commission</option>
                    <option value="refer_a_friend">Customers, who invite their friends</option>
                    <option value="newsletter">Readers of a newsletter, for rewards</option>
                  </select>
                )}
              </Field>
              {type !== 'newsletter' && (
                <div class="fields-2">
                  <Field
                    label={type === 'affiliate' ? 'Commission' : 'Reward'}
                    hint="Of each sale: 30% or 5.00"
                    error={errorOf('commission')}
                  >
                    {(control) => (
                      <input {...control} name="commission" required defaultValue="30%" />
                    )}
                  </Field>
                  <Field label="Currency" hint="Of ISO 4217" error={errorOf('currency')}>
                    {(control) => (
                      <input
                        {...control}
                        name="currency"
                        required
                        defaultValue="USD"
                        maxLength={3}
                      />
                    )}
                  </Field>
                </div>
              )}
            </>
          )}
        </FormDialog>
      )}
      {made && <MadeKey apiKey={made.api_key} onClose={() => onMade(made.program)} />}
    </>
  )
}
