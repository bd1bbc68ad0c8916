import { Field } from '../../look/field.js'
import { tell } from '../../look/toasts.js'
import { FormDialog } from '../parts/form-dialog.js'
import type { NewsletterReward } from '../records.js'
import { useApi } from '../use-api.js'

const GIVEN_AS = [
  ['url_link', 'Link'],
  ['generic_coupon', 'Coupon'],
  ['amazon_gift_card', 'Amazon gift card'],
] as const

/** Makes a reward of a newsletter, or changes one. */
export function NewsletterRewardForm({
  reward,
  onClose,
}: {
  reward?: NewsletterReward
  onClose: () => void
}) {
  const { send } = useApi()
  const save = async ({ subscribers_count, ...fields }: Record<string, string>) => {
    const said = { ...fields, subscribers_count: Number(subscribers_count) }
    // What was emptied is to go; a new one does not have it.
    if (reward)
      await send('PUT', `/rewards/${reward.id}`, {
        description: '',
        fulfillment_value: '',
        ...said,
      })
    else await send('POST', '/rewards', said)
    tell({ text: `The reward ${fields.name} is saved.` })
  }
  return (
    <FormDialog
      title={reward ? 'Change reward' : 'New reward'}
      action={reward ? 'Save' : 'Make reward'}
      onClose={onClose}
      onSubmit={save}
    >
      {(errorOf) => (
        <>
          <Field label="Name" error={errorOf('name')}>
            {(control) => (
              <input
                {...control}
                name="name"
                defaultValue={reward?.name}
                maxLength={255}
                required
              />
            )}
          </Field>
          <Field
            label="For readers brought"
            hint="Who has brought as many before earns it with the next one."
            error={errorOf('subscribers_count')}
          >
            {(control) => (
              <input
                {...control}
                name="subscribers_count"
                type="number"
                min="1"
                defaultValue={reward?.subscribers_count ?? 1}
                required
              />
            )}
          </Field>
          <Field label="What it is" error={errorOf('description')}>
            {(control) => (
              <input {...control} name="description" defaultValue={reward?.description ?? ''} />
            )}
          </Field>
          <Field label="Given as" error={errorOf('fulfillment_type')}>
            {(control) => (
              <select {...control} name="fulfillment_type">
                {!reward?.fulfillment_type && <option value="">By hand</option>}
                {GIVEN_AS.map(([value, label]) => (
                  <option key={value} value={value} selected={value === reward?.fulfillment_type}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            label="Link or code"
            hint="Where it is had, or the code of the coupon or card."
            error={errorOf('fulfillment_value')}
          >
            {(control) => (
              <input
                {...control}
                name="fulfillment_value"
                defaultValue={reward?.fulfillment_value ?? ''}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  )
}
