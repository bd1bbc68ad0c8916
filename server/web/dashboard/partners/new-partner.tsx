import { useLocation } from 'wouter-preact'
import { Field } from '../../look/field.js'
import { tell } from '../../look/toasts.js'
import { FormDialog } from '../parts/form-dialog.js'
import { nameOf, type PartnerRow } from '../records.js'
import { useApi } from '../use-api.js'

/** Adds a partner, who may send customers at once. */
export function NewPartner({ onClose }: { onClose: () => void }) {
  const { send } = useApi()
  const [, navigate] = useLocation()
  return (
    <FormDialog
      title="New partner"
      action="Add partner"
      onClose={onClose}
      onSubmit={async (fields) => {
        const { data } = await send<{ data: PartnerRow }>('POST', '/partners', fields)
        tell({ text: `${nameOf(data)} is a partner.` })
        navigate(`/partners/${encodeURIComponent(data.id)}`)
      }}
    >
      {(errorOf) => (
        <>
          <Field label="E-mail" error={errorOf('email')}>
            {(control) => (
              <input {...control} name="email" type="email" autocomplete="off" required />
            )}
          </Field>
          <div class="fields-2">
            <Field label="First name" error={errorOf('name')}>
              {(control) => <input {...control} name="name" autocomplete="off" />}
            </Field>
            <Field label="Last name" error={errorOf('surname')}>
              {(control) => <input {...control} name="surname" autocomplete="off" />}
            </Field>
          </div>
          <Field
            label="Key"
            hint="Stands at the end of their link. Left empty, one is made."
            error={errorOf('key')}
          >
            {(control) => <input {...control} name="key" autocomplete="off" placeholder="jane" />}
          </Field>
        </>
      )}
    </FormDialog>
  )
}
