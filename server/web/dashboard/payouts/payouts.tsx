import { Link } from 'wouter-preact'
import { formatMoney } from '../../lib/format-money.js'
import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { tell } from '../../look/toasts.js'
import { List } from '../parts/list.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import type { PayoutRequest } from '../records.js'
import { useApi } from '../use-api.js'

const STATES = ['requested', 'approved', 'finished', 'rejected']

/** What partners ask to be paid, and what was paid. */
export const Payouts = () => (
  <>
    <PageHead title="Payouts" />
    <List<PayoutRequest>
      caption="Payout requests"
      path="/payout_requests"
      searchPath="/payout_requests:search"
      searchBy={[
        { value: 'partner_email', label: 'E-mail of the partner' },
        { value: 'partner_key', label: 'Key of the partner' },
      ]}
      filters={[
        {
          name: 'status',
          label: 'State',
          options: STATES.map((value) => ({ value, label: value })),
        },
      ]}
      hasCsv
      keyOf={({ id }) => String(id)}
      columns={[
        { head: 'Request', cell: ({ id }) => `No. ${id}`, isWide: true },
        {
          head: 'Partner',
          cell: ({ partner }) =>
            partner && (
              <Link href={`/partners/${encodeURIComponent(partner.id)}`} class="break">
                {partner.name || partner.email}
              </Link>
            ),
        },
        {
          head: 'Amount',
          cell: ({ amount, amount_units, status }) => (
            <>
              {formatMoney({ units: amount_units, amount })}
              <div class="narrow">
                <StatusBadge status={status} />
              </div>
            </>
          ),
          isNumber: true,
        },
        { head: 'By', cell: ({ gateway }) => gateway ?? '–', isWide: true },
        { head: 'State', cell: ({ status }) => <StatusBadge status={status} />, isWide: true },
        { head: 'Asked', cell: ({ created_at }) => <Time at={created_at} />, isWide: true },
        { head: '', cell: (request) => <PayoutActions request={request} /> },
      ]}
      empty={
        <Empty title="No payout requests yet">
          <p>
            Once a commission is no longer on hold, its partner can ask for it. Approve the request,
            pay it the way you pay, and mark it as paid.
          </p>
        </Empty>
      }
    />
  </>
)

/** What can be done with a request, by its state. */
function PayoutActions({ request }: { request: PayoutRequest }) {
  const { send } = useApi()
  const { id, amount, amount_units, partner, status } = request
  const money = formatMoney({ units: amount_units, amount })
  const act = (action: string, done: string) => async () => {
    await send('POST', `/payout_requests/${id}/${action}`)
    tell({ text: `Request ${id} is ${done}.` })
  }
  const pay = async () => {
    const isSure = await askFirst({
      title: `Mark ${money} as paid?`,
      text: `${partner?.name || partner?.email || 'The partner'} reads on their page that it is paid. This cannot be undone; no money moves by it.`,
      action: 'Mark as paid',
    })
    if (isSure) await act('mark_as_paid', 'paid')()
  }
  const reject = async () => {
    const isSure = await askFirst({
      title: `Reject the request for ${money}?`,
      text: 'The commissions in it stay owed, and can be asked for again.',
      action: 'Reject',
    })
    if (isSure) await act('reject', 'rejected')()
  }
  return (
    <span class="row">
      {status === 'requested' && (
        <ActionButton
          class="button main small"
          onAction={act('approve', 'approved')}
          label={`Approve request ${id}`}
        >
          Approve
        </ActionButton>
      )}
      {status === 'approved' && (
        <ActionButton
          class="button main small"
          onAction={pay}
          label={`Mark as paid: request ${id}`}
        >
          Mark as paid
        </ActionButton>
      )}
      {(status === 'requested' || status === 'approved') && (
        <ActionButton onAction={reject} label={`Reject request ${id}`}>
          Reject
        </ActionButton>
      )}
    </span>
  )
}
