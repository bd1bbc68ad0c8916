import { Field } from '../../look/field.js'
import { tell } from '../../look/toasts.js'
import { FormDialog } from '../parts/form-dialog.js'
import { useProgram } from '../program-context.js'
import { useApi } from '../use-api.js'

export interface RecordSaleProps {
  /** The key of who bought, where it is known. */
  customer?: string
  onClose: () => void
}

/** Records a sale by hand. */
export function RecordSale({ customer, onClose }: RecordSaleProps) {
  const { send } = useApi()
  const { currency } = useProgram()
  return (
    <FormDialog
      title="Record a sale"
      action="Record sale"
      onClose={onClose}
      onSubmit={async ({ customer: buyer, ...sale }) => {
        await send('POST', '/transactions', { ...sale, customer: { key: buyer } })
        tell({ text: `The sale ${sale.key} is recorded.` })
      }}
    >
      {(errorOf) => (
        <>
          <Field
            label="Key of the customer"
            hint="As your back end calls them."
            error={errorOf('customer.key') ?? errorOf('customer')}
          >
            {(control) => <input {...control} name="customer" defaultValue={customer} required />}
          </Field>
          <Field
            label="Key of the sale"
            hint="An order or invoice number. The same key pays once."
            error={errorOf('key')}
          >
            {(control) => <input {...control} name="key" autocomplete="off" required />}
          </Field>
          <div class="fields-2">
            <Field label="Amount" error={errorOf('amount')}>
              {(control) => (
                <input
                  {...control}
                  name="amount"
                  inputMode="decimal"
                  required
                  placeholder="99.99"
                />
              )}
            </Field>
            <Field label="Currency" error={errorOf('amount_units')}>
              {(control) => (
                <input
                  {...control}
                  name="amount_units"
                  defaultValue={currency}
                  maxLength={3}
                  required
                />
              )}
            </Field>
          </div>
        </>
      )}
    </FormDialog>
  )
}
