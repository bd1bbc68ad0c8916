import { useState } from 'preact/hooks'
import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { Field } from '../../look/field.js'
import { tell } from '../../look/toasts.js'
import { FormDialog } from '../parts/form-dialog.js'
import { List } from '../parts/list.js'
import { Time } from '../parts/time.js'
import { useProgram } from '../program-context.js'
import type { Coupon, PromotionCode } from '../records.js'
import { useApi, useData } from '../use-api.js'

/** The codes that were made, and whose they are. */
export function PromotionCodes() {
  const { send } = useApi()
  const isAffiliate = useProgram().type === 'affiliate'
  const { data: coupons = [] } = useData<Coupon[]>('/coupons?limit=100')
  const [isNew, setNew] = useState(false)
  const remove = async ({ code }: PromotionCode) => {
    const isSure = await askFirst({
      title: `Delete the code ${code}?`,
      text: 'A sale that names it is credited by it no longer. What it brought stays.',
      action: 'Delete code',
    })
    if (!isSure) return
    await send('DELETE', `/promotion-codes/${encodeURIComponent(code)}`)
    tell({ text: `The code ${code} is deleted.` })
  }
  const make = ({ partner, ...fields }: Record<string, string>) =>
    send('POST', '/promotion-codes', {
      ...fields,
      ...(partner && {
        limit_to_specific_partner: true,
        coupon_specific_partners: { id: partner },
      }),
    })
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>Promotion codes</h2>
        {coupons.length > 0 && (
          <button type="button" class="button small" onClick={() => setNew(true)}>
            New code
          </button>
        )}
      </div>
      <List<PromotionCode>
        name="codes"
        caption="Promotion codes"
        path="/promotion-codes"
        searchBy={[
          { value: 'code', label: 'Code' },
          { value: 'coupon_name', label: 'Coupon' },
          ...(isAffiliate ? [{ value: 'partner_key', label: 'Key of the partner' }] : []),
        ]}
        hasCsv
        keyOf={({ code }) => code}
        columns={[
          { head: 'Code', cell: ({ code }) => <code>{code}</code> },
          { head: 'Coupon', cell: ({ coupon }) => coupon?.name ?? '–', isWide: true },
          { head: 'Of', cell: ownerOf },
          { head: 'Used', cell: ({ times_redeemed }) => times_redeemed, isNumber: true },
          { head: 'Since', cell: ({ created_at }) => <Time at={created_at} />, isWide: true },
          {
            head: '',
            cell: (code) => (
              <ActionButton onAction={() => remove(code)} label={`Delete ${code.code}`}>
                Delete
              </ActionButton>
            ),
          },
        ]}
        empty={
          <p class="soft">There are none: make a coupon first, then a code of it for a partner.</p>
        }
      />
      {isNew && (
        <FormDialog
          title="New promotion code"
          action="Make code"
          onClose={() => setNew(false)}
          onSubmit={make}
        >
          {(errorOf) => (
            <>
              <Field label="Coupon" error={errorOf('coupon_uuid')}>
                {(control) => (
                  <select {...control} name="coupon_uuid">
                    {coupons.map(({ uuid_code, name }) => (
                      <option key={uuid_code} value={uuid_code}>
                        {name || uuid_code}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field
                label="Code"
                hint="Letters, digits, - and _. Left empty, one is made."
                error={errorOf('code')}
              >
                {(control) => <input {...control} name="code" placeholder="JANE10" />}
              </Field>
              {isAffiliate && (
                <Field
                  label="Id of the partner"
                  hint="Whom a sale with this code is credited to."
                  error={errorOf('coupon_specific_partners')}
                >
                  {(control) => <input {...control} name="partner" />}
                </Field>
              )}
            </>
          )}
        </FormDialog>
      )}
    </section>
  )
}

function ownerOf({ coupon_specific_partners: owner }: PromotionCode): string {
  return 'full_name' in owner ? owner.full_name || owner.id : 'everyone'
}
