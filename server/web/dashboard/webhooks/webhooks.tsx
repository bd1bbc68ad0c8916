import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { Badge } from '../../look/badge.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { List } from '../parts/list.js'
import type { Webhook } from '../records.js'
import { NewWebhook } from './new-webhook.js'

const STATES = [
  { value: 'true', label: 'active' },
  { value: 'false', label: 'paused' },
]

/** Who is told what happens. */
export function Webhooks() {
  const [isNew, setNew] = useState(false)
  const add = (
    <button type="button" class="button main" onClick={() => setNew(true)}>
      <Plus size={16} aria-hidden /> New webhook
    </button>
  )
  return (
    <>
      <PageHead title="Webhooks">{add}</PageHead>
      <List<Webhook>
        caption="Webhooks"
        path="/webhooks"
        searchBy={[
          { value: 'name', label: 'Name' },
          { value: 'url', label: 'Address' },
        ]}
        filters={[{ name: 'is_active', label: 'State', options: STATES }]}
        hasCsv
        keyOf={({ key }) => key}
        columns={[
          {
            head: 'Name',
            cell: ({ key, name }) => (
              <Link href={`/webhooks/${encodeURIComponent(key)}`}>{name}</Link>
            ),
          },
          { head: 'Address', cell: ({ url }) => <code class="break">{url}</code>, isWide: true },
          { head: 'Events', cell: ({ events }) => events.length, isNumber: true },
          {
            head: 'State',
            cell: ({ is_active }) => (
              <Badge tone={is_active ? 'good' : 'warn'}>{is_active ? 'active' : 'paused'}</Badge>
            ),
          },
        ]}
        empty={
          <Empty title="No webhooks yet">
            <p>
              Your back end can be told of new partners, customers and sales: signed messages, sent
              until they arrive.
            </p>
            {add}
          </Empty>
        }
      />
      {isNew && <NewWebhook onClose={() => setNew(false)} />}
    </>
  )
}
