import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { ActionButton } from '../../look/action-button.js'
import { PageHead } from '../../look/page-head.js'
import { Table } from '../../look/table.js'
import { tell } from '../../look/toasts.js'
import { Loaded } from '../parts/loaded.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import { type Customer, nameOf, type Transaction } from '../records.js'
import { RecordSale } from '../transactions/record-sale.js'
import { saleColumns } from '../transactions/sale-columns.js'
import { useApi } from '../use-api.js'
import { Attribution } from './attribution.js'

/** One customer: whose they are and why, and what they bought. */
export function CustomerPage({ id }: { id: string }) {
  const { send } = useApi()
  const [isSelling, setSelling] = useState(false)
  const path = `/customers/${encodeURIComponent(id)}`
  const archive = async (customer: Customer) => {
    await send('POST', `${path}/archive`)
    tell({
      text: `${nameOf(customer)} is archived.`,
      undo: () => send('POST', `${path}/revoke-archive`),
    })
  }
  return (
    <Loaded<Customer>
      path={path}
      lines={12}
      title="Customer"
      list={{ path: '/customers', name: 'All customers' }}
    >
      {(customer) => (
        <>
          <PageHead title={nameOf(customer)}>
            <StatusBadge status={customer.status} />
            {customer.status === 'archived' ? (
              <ActionButton onAction={() => send('POST', `${path}/revoke-archive`)}>
                Restore
              </ActionButton>
            ) : (
              <ActionButton onAction={() => archive(customer)}>Archive</ActionButton>
            )}
            <button type="button" class="button small" onClick={() => setSelling(true)}>
              Record a sale
            </button>
          </PageHead>
          <div class="stack">
            <div class="cards">
              <section class="card">
                <h2>About</h2>
                <dl class="facts">
                  <dt>E-mail</dt>
                  <dd>{customer.email ?? '–'}</dd>
                  <dt>Key</dt>
                  <dd>
                    <code>{customer.key}</code>
                  </dd>
                  <dt>Since</dt>
                  <dd>
                    <Time at={customer.created_at} />
                  </dd>
                  {customer.referral_link && (
                    <>
                      <dt>Own link</dt>
                      <dd>
                        <code>{customer.referral_link}</code>
                      </dd>
                    </>
                  )}
                  {customer.flags.length > 0 && (
                    <>
                      <dt>Look closer</dt>
                      <dd>{customer.flags.join(', ').replaceAll('_', ' ')}</dd>
                    </>
                  )}
                </dl>
              </section>
              <Attribution customer={customer} />
            </div>
            <section class="card">
              <div class="row apart">
                <h2>Sales</h2>
                <Link
                  href={`/transactions?by=customer.key&q=${encodeURIComponent(customer.key)}`}
                  class="button small"
                >
                  All sales
                </Link>
              </div>
              <Loaded<Transaction[]> path={`${path}/transactions?limit=10`}>
                {(sales) =>
                  sales.length === 0 ? (
                    <p class="soft">No sale that stands.</p>
                  ) : (
                    <Table
                      caption="Sales"
                      columns={saleColumns}
                      rows={sales}
                      keyOf={({ key }) => key}
                    />
                  )
                }
              </Loaded>
            </section>
          </div>
          {isSelling && <RecordSale customer={customer.key} onClose={() => setSelling(false)} />}
        </>
      )}
    </Loaded>
  )
}
