import { Link } from 'wouter-preact'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { List } from '../parts/list.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import { useProgram } from '../program-context.js'
import { type Customer, nameOf } from '../records.js'

/** Everyone who signed up, and whose they are. */
export function Customers() {
  const isAffiliate = useProgram().type === 'affiliate'
  return (
    <>
      <PageHead title="Customers" />
      <List<Customer>
        caption="Customers"
        path="/customers"
        searchPath="/customers:search"
        searchBy={[
          { value: 'email', label: 'E-mail' },
          { value: 'name', label: 'Name' },
          { value: 'key', label: 'Key' },
        ]}
        hasCsv
        keyOf={({ key }) => key}
        columns={[
          {
            head: 'Customer',
            cell: (customer) => (
              <Link href={`/customers/${encodeURIComponent(customer.key)}`} class="break">
                {nameOf(customer)}
              </Link>
            ),
          },
          { head: 'E-mail', cell: ({ email }) => <span class="break">{email}</span>, isWide: true },
          ...(isAffiliate
            ? [
                {
                  head: 'Sent by',
                  cell: ({ partner }: Customer) =>
                    partner ? (
                      <Link href={`/partners/${encodeURIComponent(partner)}`} class="break">
                        {partner}
                      </Link>
                    ) : (
                      <span class="soft">nobody</span>
                    ),
                },
              ]
            : []),
          { head: 'State', cell: ({ status }) => <StatusBadge status={status} />, isWide: true },
          { head: 'Since', cell: ({ created_at }) => <Time at={created_at} />, isWide: true },
        ]}
        empty={
          <Empty title="No customers yet">
            <p>
              A sign-up arrives from the page, by <code>po('customers', 'signup', …)</code>, or from
              your back end, by <code>POST /v1/customers</code>.
            </p>
            <Link href="/install" class="button">
              How to report sign-ups
            </Link>
          </Empty>
        }
      />
    </>
  )
}
