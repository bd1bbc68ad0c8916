import { Link } from 'wouter-preact'
import { Table } from '../../look/table.js'
import { Loaded } from '../parts/loaded.js'
import type { Partner, Transaction } from '../records.js'
import { saleColumns } from '../transactions/sale-columns.js'

/** The last sales that a partner brought. */
export const PartnerSales = ({ partner }: { partner: Partner }) => {
  const key = encodeURIComponent(partner.key)
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>Last sales</h2>
        <Link href={`/transactions?by=partner_key&q=${key}`} class="button small">
          All sales
        </Link>
      </div>
      <Loaded<Transaction[]> path={`/transactions?partner_key=${key}&limit=5`}>
        {(sales) =>
          sales.length === 0 ? (
            <p class="soft">No sale that stands came through these links.</p>
          ) : (
            <Table
              caption="Last sales"
              columns={saleColumns}
              rows={sales}
              keyOf={({ key }) => key}
            />
          )
        }
      </Loaded>
    </section>
  )
}
