import { Link } from 'wouter-preact'
import { formatMoney } from '../../lib/format-money.js'
import { ActionButton } from '../../look/action-button.js'
import { Badge, type Tone } from '../../look/badge.js'
import { PageHead } from '../../look/page-head.js'
import { Empty, Failure, Loading } from '../../look/states.js'
import { tell } from '../../look/toasts.js'
import { PagedList } from '../parts/paged-list.js'
import { ShortDay } from '../parts/short-day.js'
import type { Figures, Payout, Profile } from '../records.js'
import { texts } from '../texts.js'
import { usePortalData, useSend } from '../use-portal.js'

const { payouts, profile: profileTexts } = texts

const TONES: Partial<Record<Payout['status'], Tone>> = {
  requested: 'warn',
  approved: 'warn',
  finished: 'good',
  rejected: 'bad',
}

/** What can be paid out, what was, and what is on its way. */
export const Payouts = ({ profile }: { profile: Profile }) => (
  <div class="stack">
    <PageHead title={payouts.title} />
    <Available profile={profile} />
    <PagedList<Payout>
      caption={payouts.caption}
      path="/payouts"
      keyOf={({ id }) => String(id)}
      columns={[
        { head: payouts.date, cell: ({ created_at }) => <ShortDay time={created_at} /> },
        {
          head: payouts.by,
          cell: ({ gateway }) => (gateway ? profileTexts.gateways[gateway] : '–'),
          isWide: true,
        },
        {
          head: payouts.status,
          cell: ({ status }) => <Badge tone={TONES[status]}>{payouts.states[status]}</Badge>,
        },
        { head: payouts.amount, cell: (row) => formatMoney(row), isNumber: true },
      ]}
      empty={
        <Empty title={payouts.empty}>
          <p>{payouts.emptyHint}</p>
        </Empty>
      }
    />
  </div>
)

function Available({ profile }: { profile: Profile }) {
  const send = useSend()
  const { data, error, isPending, refetch } = usePortalData<Figures>('/figures')
  if (isPending) return <Loading lines={3} />
  if (error) return <Failure error={error} onRetry={() => refetch()} />
  const request = async (units: string) => {
    await send('POST', '/payouts', { amount_units: units })
    tell({ text: payouts.requested })
  }
  return (
    <section class="card stack tight" aria-labelledby="available">
      <h2 id="available">{payouts.available}</h2>
      {data.payable.length === 0 ? (
        <p class="soft">{payouts.nothing}</p>
      ) : (
        <>
          <p class="standing-figure number">{data.payable.map(formatMoney).join(' · ')}</p>
          {profile.payout ? (
            <>
              <p class="small soft">
                {payouts.where(profileTexts.gateways[profile.payout.gateway])}{' '}
                <Link href="/profile">{payouts.change}</Link>
              </p>
              <div class="row">
                {data.payable.map((sum) => (
                  <ActionButton
                    key={sum.units}
                    class="button main"
                    onAction={() => request(sum.units)}
                  >
                    {payouts.request(formatMoney(sum))}
                  </ActionButton>
                ))}
              </div>
            </>
          ) : (
            <p class="row">
              {payouts.whereFirst}
              <Link href="/profile" class="button small">
                {payouts.toProfile}
              </Link>
            </p>
          )}
        </>
      )}
    </section>
  )
}
