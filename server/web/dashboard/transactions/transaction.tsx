import { Link } from 'wouter-preact'
import { formatMoney } from '../../lib/format-money.js'
import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { PageHead } from '../../look/page-head.js'
import { Table } from '../../look/table.js'
import { tell } from '../../look/toasts.js'
import { Loaded } from '../parts/loaded.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import type { Transaction } from '../records.js'
import { useApi } from '../use-api.js'
import { SaleBadge } from './sale-badge.js'

/** One sale: who bought, who sent them, what it earned, and its refund. */
export function TransactionPage({ id }: { id: string }) {
  const { send } = useApi()
  const path = `/transactions/${encodeURIComponent(id)}`
  const refund = async ({ key, amount, amount_units }: Transaction) => {
    const isSure = await askFirst({
      title: `Refund ${key}?`,
      text: `The sale of ${formatMoney({ units: amount_units, amount })} no longer counts, and what it earned is taken back. It stays in the books as refunded. This cannot be undone; no money moves by it.`,
      action: 'Refund',
    })
    if (!isSure) return
    await send('DELETE', path)
    tell({ text: `The sale ${key} is refunded.` })
  }
  const archive = async ({ key }: Transaction) => {
    await send('POST', `${path}/archive`)
    tell({
      text: `The sale ${key} is archived.`,
      undo: () => send('POST', `${path}/revoke-archive`),
    })
  }
  return (
    <Loaded<Transaction>
      path={`${path}?state=all`}
      lines={10}
      title="Sale"
      list={{ path: '/transactions', name: 'All transactions' }}
    >
      {(sale) => (
        <>
          <PageHead title={`Sale ${sale.key}`}>
            <SaleBadge sale={sale} />
            {sale.deleted_at === null && (
              <>
                {sale.archived_at === null ? (
                  <ActionButton onAction={() => archive(sale)}>Archive</ActionButton>
                ) : (
                  <ActionButton onAction={() => send('POST', `${path}/revoke-archive`)}>
                    Restore
                  </ActionButton>
                )}
                <ActionButton class="button danger small" onAction={() => refund(sale)}>
                  Refund
                </ActionButton>
              </>
            )}
          </PageHead>
          <div class="stack">
            <section class="card">
              <h2>What was sold</h2>
              <dl class="facts">
                <dt>Amount</dt>
                <dd class="number">
                  {formatMoney({ units: sale.amount_units, amount: sale.amount })}
                </dd>
                {sale.deleted_at === null && sale.refunded_amount > 0 && (
                  <>
                    <dt>Refunded</dt>
                    <dd class="number">
                      {formatMoney({ units: sale.amount_units, amount: sale.refunded_amount })}
                    </dd>
                  </>
                )}
                <dt>When</dt>
                <dd>
                  <Time at={sale.created_at} />
                </dd>
                {sale.deleted_at !== null && (
                  <>
                    <dt>Refunded</dt>
                    <dd>
                      <Time at={sale.deleted_at} />
                    </dd>
                  </>
                )}
                <People sale={sale} />
              </dl>
            </section>
            <section class="card">
              <h2>What it earned</h2>
              {sale.rewards.length === 0 ? (
                <p class="soft">Nothing: nobody is credited with it, or it earns nothing.</p>
              ) : (
                <Table
                  caption="What it earned"
                  rows={sale.rewards}
                  keyOf={({ id }) => id}
                  columns={[
                    {
                      head: 'For',
                      cell: ({ beneficiary }) =>
                        beneficiary === 'customer' ? 'Who bought' : 'Who referred them',
                    },
                    {
                      head: 'Amount',
                      cell: ({ amount, amount_units }) =>
                        formatMoney({ units: amount_units, amount }),
                      isNumber: true,
                    },
                    { head: 'State', cell: ({ state }) => <StatusBadge status={state} /> },
                    {
                      head: 'Can be paid from',
                      cell: ({ approved_at }) => <Time at={approved_at} />,
                      isWide: true,
                    },
                  ]}
                />
              )}
            </section>
          </div>
        </>
      )}
    </Loaded>
  )
}

/** Who bought and who sent them, as each kind of program has it. */
const People = ({ sale }: { sale: Transaction }) => {
  const buyer = sale.referred_customer ?? sale.customer
  const friend = sale.referred_customer ? sale.customer : undefined
  return (
    <>
      <dt>Customer</dt>
      <dd>{buyer && <Link href={`/customers/${encodeURIComponent(buyer)}`}>{buyer}</Link>}</dd>
      <dt>Sent by</dt>
      <dd>
        {sale.partner ? (
          <Link href={`/partners/${encodeURIComponent(sale.partner)}`}>{sale.partner}</Link>
        ) : friend ? (
          <Link href={`/customers/${encodeURIComponent(friend)}`}>{friend}</Link>
        ) : (
          'nobody'
        )}
      </dd>
    </>
  )
}
