import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { formatNumber } from '../../lib/format-number.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { List } from '../parts/list.js'
import { StatusBadge } from '../parts/status-badge.js'
import type { NewsletterReward } from '../records.js'
import { NewsletterRewardForm } from './newsletter-reward-form.js'

/** What readers get for bringing others, and how often each was earned. */
export function NewsletterRewards() {
  const [isNew, setNew] = useState(false)
  const add = (
    <button type="button" class="button main" onClick={() => setNew(true)}>
      <Plus size={16} aria-hidden /> New reward
    </button>
  )
  return (
    <>
      <PageHead title="Rewards">{add}</PageHead>
      <List<NewsletterReward>
        caption="Rewards"
        path="/rewards"
        keyOf={({ id }) => String(id)}
        columns={[
          {
            head: 'Reward',
            cell: ({ id, name }) => (
              <Link href={`/rewards/${id}`} class="break">
                {name}
              </Link>
            ),
          },
          {
            head: 'For readers brought',
            cell: ({ subscribers_count }) => formatNumber(subscribers_count),
            isNumber: true,
          },
          {
            head: 'Earned',
            cell: ({ times_triggered }) => formatNumber(times_triggered),
            isNumber: true,
          },
          { head: 'State', cell: ({ status }) => <StatusBadge status={status} />, isWide: true },
        ]}
        empty={
          <Empty title="No rewards yet">
            <p>
              Say what a reader gets for bringing others: a mug for three of them, a book for ten.
              Who has brought as many who count gets it once, and your webhooks are told.
            </p>
            {add}
          </Empty>
        }
      />
      {isNew && <NewsletterRewardForm onClose={() => setNew(false)} />}
    </>
  )
}
