import { useState } from 'preact/hooks'
import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { Field } from '../../look/field.js'
import { tell } from '../../look/toasts.js'
import { FormDialog } from '../parts/form-dialog.js'
import { List } from '../parts/list.js'
import type { CommissionRule, Partner } from '../records.js'
import { useApi } from '../use-api.js'

/** What a partner earns other than the program pays; without a partner, the rules of everyone. */
export function CommissionRules({ partner }: { partner?: Partner }) {
  const { send } = useApi()
  const [isNew, setNew] = useState(false)
  const remove = async (rule: CommissionRule) => {
    const isSure = await askFirst({
      title: `Delete the rule ${rule.name}?`,
      text: 'Sales from now on earn what the program pays. What was earned by it stays.',
      action: 'Delete rule',
    })
    if (!isSure) return
    await send('DELETE', `/commission_rules/${rule.id}`)
    tell({ text: `The rule ${rule.name} is deleted.` })
  }
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>{partner ? 'Commission of their own' : 'Exceptions from the commission'}</h2>
        <button type="button" class="button small" onClick={() => setNew(true)}>
          Add rule
        </button>
      </div>
      <List<CommissionRule>
        caption="Commission rules"
        path="/commission_rules"
        {...(partner ? { always: { partner_id: partner.id } } : { searchBy: SEARCH_BY })}
        keyOf={({ id }) => id}
        columns={[
          { head: 'Rule', cell: ({ name }) => name },
          { head: 'Commission', cell: ({ commission }) => commission, isNumber: true },
          { head: 'For', cell: forWhat, isWide: true },
          {
            head: '',
            cell: (rule) => (
              <ActionButton onAction={() => remove(rule)} label={`Delete ${rule.name}`}>
                Delete
              </ActionButton>
            ),
          },
        ]}
        empty={<p class="soft">{partner ? 'Earns what the program pays.' : 'There are none.'}</p>}
      />
      {isNew && (
        <FormDialog
          title={partner ? 'A commission of their own' : 'Exception from the commission'}
          action="Add rule"
          onClose={() => setNew(false)}
          onSubmit={(fields) =>
            send('POST', '/commission_rules', {
              ...fields,
              ...(partner && { partner: { id: partner.id } }),
            })
          }
        >
          {(errorOf) => (
            <>
              <Field label="Name" error={errorOf('name')}>
                {(control) => <input {...control} name="name" required />}
              </Field>
              <Field
                label="Commission"
                hint="A share of the sale, such as 30%, or an amount, such as 5.00."
                error={errorOf('commission')}
              >
                {(control) => <input {...control} name="commission" required placeholder="30%" />}
              </Field>
              <Field
                label="Kind of product"
                hint="Left empty, it is for every sale."
                error={errorOf('product_type')}
              >
                {(control) => <input {...control} name="product_type" />}
              </Field>
            </>
          )}
        </FormDialog>
      )}
    </section>
  )
}

const SEARCH_BY = [
  { value: 'name', label: 'Name' },
  { value: 'partner_key', label: 'Key of the partner' },
]

const forWhat = ({ partner, product_id, product_type, sales }: CommissionRule): string =>
  [
    partner && `partner ${partner.key}`,
    product_id && `product ${product_id}`,
    product_type && `kind ${product_type}`,
    sales === 'first' && 'first sale of a customer',
  ]
    .filter(Boolean)
    .join(', ') || 'every sale'
