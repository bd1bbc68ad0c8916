import { Field } from '../../look/field.js'
import { FormDialog } from '../parts/form-dialog.js'
import { useApi } from '../use-api.js'

/** Makes a coupon of a share or an amount. */
export function NewCoupon({ onClose }: { onClose: () => void }) {
  const { send } = useApi()
  return (
    <FormDialog
      title="New coupon"
      action="Make coupon"
      onClose={onClose}
      onSubmit={(fields) => send('POST', '/coupons', fields)}
    >
      {(errorOf) => (
        <>
          <Field label="Name" error={errorOf('name')}>
            {(control) => <input {...control} name="name" required />}
          </Field>
          <div class="fields-2">
            <Field label="Discount" error={errorOf('coupon_discount_amount')}>
              {(control) => (
                <input
                  {...control}
                  name="coupon_discount_amount"
                  inputMode="decimal"
                  placeholder="25"
                  required
                />
              )}
            </Field>
            <Field label="Of what" error={errorOf('coupon_discount_type')}>
              {(control) => (
                <select {...control} name="coupon_discount_type">
                  <option value="percent">Percent</option>
                  <option value="static">The program’s currency</option>
                </select>
              )}
            </Field>
          </div>
          <Field label="For" error={errorOf('coupon_duration_type')}>
            {(control) => (
              <select {...control} name="coupon_duration_type">
                <option value="once">One payment</option>
                <option value="lifetime">Every payment</option>
              </select>
            )}
          </Field>
          <Field
            label="Code"
            hint="Letters, digits, - and _. Left empty, one is made."
            error={errorOf('uuid_code')}
          >
            {(control) => <input {...control} name="uuid_code" placeholder="SUMMER" />}
          </Field>
        </>
      )}
    </FormDialog>
  )
}
