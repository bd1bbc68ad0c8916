import { formatMoney } from '../../lib/format-money.js'
import { Badge, type Tone } from '../../look/badge.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { PagedList } from '../parts/paged-list.js'
import { ShortDay, shortDay } from '../parts/short-day.js'
import type { Commission } from '../records.js'
import { texts } from '../texts.js'

const { commissions } = texts

const TONES: Partial<Record<Commission['state'], Tone>> = {
  pending: 'warn',
  approved: 'good',
  reversed: 'bad',
}

/** What the partner earned, and where each of it stands. */
export const Commissions = () => (
  <div class="stack">
    <PageHead title={commissions.title} />
    <PagedList<Commission>
      caption={commissions.caption}
      path="/commissions"
      keyOf={({ id }) => id}
      columns={[
        { head: commissions.date, cell: ({ created_at }) => <ShortDay time={created_at} /> },
        {
          head: commissions.who,
          cell: ({ who, note }) => note ?? who ?? commissions.bonus,
          isWide: true,
        },
        {
          head: commissions.state,
          cell: ({ state, approved_at }) => (
            <Badge tone={TONES[state]}>
              {state === 'pending'
                ? commissions.until(shortDay(approved_at))
                : commissions.states[state]}
            </Badge>
          ),
        },
        { head: commissions.amount, cell: (row) => <Amount {...row} />, isNumber: true },
      ]}
      empty={
        <Empty title={commissions.empty}>
          <p>{commissions.emptyHint}</p>
        </Empty>
      }
    />
  </div>
)

/** What is left of it; what it was before something was taken back stands struck out beside it. */
const Amount = ({ amount, reversed_amount, units }: Commission) => (
  <>
    {reversed_amount > 0 && <del class="soft">{formatMoney({ units, amount })}</del>}{' '}
    {formatMoney({ units, amount: amount - reversed_amount })}
  </>
)
