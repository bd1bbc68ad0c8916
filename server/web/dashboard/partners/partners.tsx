import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { List } from '../parts/list.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import { nameOf, type PartnerRow } from '../records.js'
import { NewPartner } from './new-partner.js'
import { PartnerActions } from './partner-actions.js'

/** Everyone who sends customers, or would like to. */
export function Partners() {
  const [isNew, setNew] = useState(false)
  const add = (
    <button type="button" class="button main" onClick={() => setNew(true)}>
      <Plus size={16} aria-hidden /> New partner
    </button>
  )
  return (
    <>
      <PageHead title="Partners">{add}</PageHead>
      <List<PartnerRow>
        caption="Partners"
        path="/partners"
        searchPath="/partners:search"
        searchBy={[
          { value: 'name', label: 'Name' },
          { value: 'email', label: 'E-mail' },
          { value: 'key', label: 'Key' },
        ]}
        filters={[
          {
            name: 'status',
            label: 'State',
            options: ['pending', 'active', 'rejected', 'archived'].map((value) => ({
              value,
              label: value,
            })),
          },
        ]}
        hasCsv
        keyOf={({ id }) => id}
        columns={[
          {
            head: 'Name',
            cell: (partner) => (
              <Link href={`/partners/${encodeURIComponent(partner.id)}`}>{nameOf(partner)}</Link>
            ),
          },
          { head: 'E-mail', cell: ({ email }) => <span class="break">{email}</span>, isWide: true },
          { head: 'Key', cell: ({ key }) => <code class="break">{key}</code>, isWide: true },
          { head: 'State', cell: ({ status }) => <StatusBadge status={status} /> },
          { head: 'Since', cell: ({ created_at }) => <Time at={created_at} />, isWide: true },
          { head: '', cell: (partner) => <PartnerActions partner={partner} isShort /> },
        ]}
        empty={
          <Empty title="No partners yet">
            <p>
              A partner gets a link of their own, and earns by the customers who come through it.
            </p>
            {add}
          </Empty>
        }
      />
      {isNew && <NewPartner onClose={() => setNew(false)} />}
    </>
  )
}
