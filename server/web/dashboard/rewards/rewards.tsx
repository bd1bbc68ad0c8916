import { Link } from 'wouter-preact'
import { formatMoney } from '../../lib/format-money.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import type { Column } from '../../look/table.js'
import { List } from '../parts/list.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import { useProgram } from '../program-context.js'
import type { Reward } from '../records.js'
import { NewsletterRewards } from './newsletter-rewards.js'

const STATES = [
  { value: 'pending', label: 'on hold' },
  { value: 'approved', label: 'to be paid out' },
  { value: 'paid', label: 'paid' },
  { value: 'reversed', label: 'reversed' },
]

/** What sales have earned, and what has become of it; of a newsletter, what there is to earn. */
export function Rewards() {
  const { type } = useProgram()
  const isAffiliate = type === 'affiliate'
  if (type === 'newsletter') return <NewsletterRewards />
  return (
    <>
      <PageHead title="Rewards" />
      <List<Reward>
        caption="Rewards"
        path="/rewards"
        searchBy={[
          ...(isAffiliate
            ? [
                { value: 'partner_email', label: 'E-mail of the partner' },
                { value: 'partner_key', label: 'Key of the partner' },
              ]
            : [{ value: 'partner_email', label: 'E-mail of whoever invited' }]),
          { value: 'key', label: 'Key of the sale' },
          { value: 'customer.key', label: 'Key of the buyer' },
        ]}
        filters={[{ name: 'state', label: 'State', options: STATES }]}
        hasCsv
        keyOf={({ id }) => id}
        columns={isAffiliate ? COLUMNS.affiliate : COLUMNS.friends}
        empty={
          <Empty title="No rewards yet">
            <p>A sale by somebody who was referred earns one, by the program’s rules.</p>
          </Empty>
        }
      />
    </>
  )
}

const saleColumn: Column<Reward> = {
  head: 'For',
  cell: ({ id, key, note }) =>
    key === id ? (
      (note ?? 'Given by hand')
    ) : (
      <Link href={`/transactions/${encodeURIComponent(key)}`} class="break">
        {key}
      </Link>
    ),
  isWide: true,
}

const person = (path: string, id: string | null | undefined) =>
  id && (
    <Link href={`${path}/${encodeURIComponent(id)}`} class="break">
      {id}
    </Link>
  )

const beneficiary = (path: string): Column<Reward> => ({
  head: 'Earned by',
  cell: ({ beneficiary, partner, customer, referred_customer }) => {
    const [referrer, buyer] =
      path === '/partners' ? [partner, customer] : [customer, referred_customer]
    return beneficiary === 'referrer' ? person(path, referrer) : person('/customers', buyer)
  },
})

const amountColumns: Column<Reward>[] = [
  {
    head: 'Amount',
    cell: ({ amount, amount_units }) => formatMoney({ units: amount_units, amount }),
    isNumber: true,
  },
  { head: 'State', cell: ({ state }) => <StatusBadge status={state} /> },
  { head: 'When', cell: ({ created_at }) => <Time at={created_at} />, isWide: true },
]

const COLUMNS = {
  affiliate: [saleColumn, beneficiary('/partners'), ...amountColumns],
  friends: [saleColumn, beneficiary('/customers'), ...amountColumns],
}
