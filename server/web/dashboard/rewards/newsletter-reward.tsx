import { useState } from 'preact/hooks'
import { formatNumber } from '../../lib/format-number.js'
import { ActionButton } from '../../look/action-button.js'
import { PageHead } from '../../look/page-head.js'
import { tell } from '../../look/toasts.js'
import { List } from '../parts/list.js'
import { Loaded } from '../parts/loaded.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import { type NewsletterReward, nameOf, type RewardedSubscriber } from '../records.js'
import { useApi } from '../use-api.js'
import { NewsletterRewardForm } from './newsletter-reward-form.js'

/** One reward of a newsletter, and to whom it is to be given. */
export function NewsletterRewardPage({ id }: { id: string }) {
  const { send } = useApi()
  const [isChanging, setChanging] = useState(false)
  const path = `/rewards/${encodeURIComponent(id)}`
  const archive = async ({ name, status }: NewsletterReward) => {
    const set = (next: NewsletterReward['status']) => send('PUT', path, { status: next })
    const isActive = status === 'active'
    await set(isActive ? 'archived' : 'active')
    tell({
      text: isActive ? `Nobody earns ${name} any more.` : `${name} can be earned again.`,
      undo: () => set(status),
    })
  }
  return (
    <Loaded<NewsletterReward>
      path={path}
      lines={8}
      title="Reward"
      list={{ path: '/rewards', name: 'All rewards' }}
    >
      {(reward) => (
        <>
          <PageHead title={reward.name}>
            <StatusBadge status={reward.status} />
            <button type="button" class="button small" onClick={() => setChanging(true)}>
              Change
            </button>
            <ActionButton onAction={() => archive(reward)}>
              {reward.status === 'active' ? 'Archive' : 'Restore'}
            </ActionButton>
          </PageHead>
          <div class="stack">
            <section class="card">
              <dl class="facts">
                <dt>For readers brought</dt>
                <dd>{formatNumber(reward.subscribers_count)}</dd>
                <dt>What it is</dt>
                <dd>{reward.description ?? '–'}</dd>
                <dt>Given as</dt>
                <dd>{reward.fulfillment_type_name ?? 'By hand'}</dd>
                {reward.fulfillment_value && (
                  <>
                    <dt>Link or code</dt>
                    <dd>
                      <code class="break">{reward.fulfillment_value}</code>
                    </dd>
                  </>
                )}
              </dl>
            </section>
            <h2>Who earned it</h2>
            <List<RewardedSubscriber>
              caption="Who earned it"
              path={`${path}/subscribers`}
              searchBy={[{ value: 'email', label: 'E-mail' }]}
              hasCsv
              keyOf={({ key }) => key}
              columns={[
                { head: 'Subscriber', cell: (row) => <span class="break">{nameOf(row)}</span> },
                {
                  head: 'E-mail',
                  cell: ({ email }) => <span class="break">{email}</span>,
                  isWide: true,
                },
                { head: 'When', cell: ({ rewarded_at }) => <Time at={rewarded_at} /> },
              ]}
              empty={<p class="soft">Nobody has brought as many yet.</p>}
            />
          </div>
          {isChanging && (
            <NewsletterRewardForm reward={reward} onClose={() => setChanging(false)} />
          )}
        </>
      )}
    </Loaded>
  )
}
