import { Link } from 'wouter-preact'
import { formatMoney, formatSums } from '../../lib/format-money.js'
import type { Column } from '../../look/table.js'
import { Time } from '../parts/time.js'
import type { Transaction } from '../records.js'
import { SaleBadge } from './sale-badge.js'

/** A sale in a list. */
export const saleColumns: Column<Transaction>[] = [
  {
    head: 'Sale',
    cell: ({ key }) => (
      <Link href={`/transactions/${encodeURIComponent(key)}`} class="break">
        {key}
      </Link>
    ),
  },
  {
    head: 'Customer',
    cell: ({ customer }) =>
      customer && (
        <Link href={`/customers/${encodeURIComponent(customer)}`} class="break">
          {customer}
        </Link>
      ),
    isWide: true,
  },
  {
    head: 'Amount',
    cell: ({ amount, amount_units }) => formatMoney({ units: amount_units, amount }),
    isNumber: true,
  },
  { head: 'Commission', cell: commissionOf, isNumber: true, isWide: true },
  { head: 'State', cell: (sale) => <SaleBadge sale={sale} /> },
  { head: 'When', cell: ({ created_at }) => <Time at={created_at} />, isWide: true },
]

/** What a sale earned, what was taken back left out. */
function commissionOf({ rewards }: Transaction): string {
  return formatSums(
    rewards
      .filter(({ state }) => state !== 'reversed')
      .map(({ amount, amount_units }) => ({ units: amount_units, amount })),
  )
}
