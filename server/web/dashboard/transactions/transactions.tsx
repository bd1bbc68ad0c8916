import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { List } from '../parts/list.js'
import type { Transaction } from '../records.js'
import { RecordSale } from './record-sale.js'
import { saleColumns } from './sale-columns.js'

const STATES = ['standing', 'refunded', 'archived'].map((value) => ({ value, label: value }))

/** Every sale, those that were taken back among them, and what it earned. */
export function Transactions() {
  const [isNew, setNew] = useState(false)
  const add = (
    <button type="button" class="button main" onClick={() => setNew(true)}>
      <Plus size={16} aria-hidden /> Record a sale
    </button>
  )
  return (
    <>
      <PageHead title="Transactions">{add}</PageHead>
      <List<Transaction>
        caption="Transactions"
        path="/transactions"
        searchBy={[
          { value: 'key', label: 'Key of the sale' },
          { value: 'customer.key', label: 'Key of the customer' },
          { value: 'partner_key', label: 'Key of the partner' },
          { value: 'partner_email', label: 'E-mail of the partner' },
        ]}
        filters={[{ name: 'state', label: 'State', options: STATES }]}
        always={{ state: 'all' }}
        hasCsv
        keyOf={({ key }) => key}
        columns={saleColumns}
        empty={
          <Empty title="No sales yet">
            <p>
              Your back end reports a sale with <code>POST /v1/transactions</code>; Stripe, Paddle
              and Chargebee can do it by themselves.
            </p>
            {add}
          </Empty>
        }
      />
      {isNew && <RecordSale onClose={() => setNew(false)} />}
    </>
  )
}
