import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { Field } from '../../look/field.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { tell } from '../../look/toasts.js'
import { FormDialog } from '../parts/form-dialog.js'
import { List } from '../parts/list.js'
import { MadeKey } from '../parts/made-key.js'
import { Time } from '../parts/time.js'
import type { ApiKey } from '../records.js'
import { useApi } from '../use-api.js'

/** The keys with which back ends open the API. */
export function ApiKeys() {
  const { send } = useApi()
  const [isNew, setNew] = useState(false)
  const [made, setMade] = useState<string>()
  const revoke = async (key: ApiKey) => {
    const isSure = await askFirst({
      title: `Revoke ${key.name}?`,
      text: 'Whatever uses this key is refused from now on. This cannot be undone.',
      action: 'Revoke',
    })
    if (!isSure) return
    await send('DELETE', `/api_keys/${encodeURIComponent(key.id)}`)
    tell({ text: `${key.name} is revoked.` })
  }
  const add = (
    <button type="button" class="button main" onClick={() => setNew(true)}>
      <Plus size={16} aria-hidden /> New key
    </button>
  )
  return (
    <>
      <PageHead title="API keys">{add}</PageHead>
      <List<ApiKey>
        caption="API keys"
        path="/api_keys"
        keyOf={({ id }) => id}
        columns={[
          { head: 'Name', cell: ({ name }) => name || '–' },
          { head: 'May', cell: ({ scopes }) => scopes.join(', ') },
          {
            head: 'Last used',
            cell: ({ last_used_at }) => (last_used_at ? <Time at={last_used_at} /> : 'never'),
            isWide: true,
          },
          { head: 'Made', cell: ({ created_at }) => <Time at={created_at} />, isWide: true },
          {
            head: 'Ends',
            cell: ({ expires_at }) => (expires_at ? <Time at={expires_at} /> : 'never'),
            isWide: true,
          },
          {
            head: '',
            cell: (key) => (
              <ActionButton onAction={() => revoke(key)} label={`Revoke ${key.name}`}>
                Revoke
              </ActionButton>
            ),
          },
        ]}
        empty={<Empty title="No keys">{add}</Empty>}
      />
      {isNew && (
        <FormDialog
          title="New API key"
          action="Make key"
          onClose={() => setNew(false)}
          onSubmit={async ({ name, may }) => {
            const { data } = await send<{ data: { api_key: string } }>('POST', '/api_keys', {
              name,
              scopes: may?.split(' '),
            })
            setMade(data.api_key)
          }}
        >
          {(errorOf) => (
            <>
              <Field label="Name" hint="What uses it." error={errorOf('name')}>
                {(control) => <input {...control} name="name" required placeholder="Back end" />}
              </Field>
              <Field label="May" error={errorOf('scopes')}>
                {(control) => (
                  <select {...control} name="may">
                    <option value="read write">Read and write</option>
                    <option value="read">Only read</option>
                  </select>
                )}
              </Field>
            </>
          )}
        </FormDialog>
      )}
      {made && <MadeKey apiKey={made} onClose={() => setMade(undefined)} />}
    </>
  )
}
