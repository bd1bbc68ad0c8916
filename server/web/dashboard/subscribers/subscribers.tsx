import { formatNumber } from '../../lib/format-number.js'
import { CopyButton } from '../../look/copy-button.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { List } from '../parts/list.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import { nameOf, type Subscriber } from '../records.js'
import { SubscriberActions } from './subscriber-actions.js'

/** The readers of a newsletter, and how many each of them brought. */
export const Subscribers = () => (
  <>
    <PageHead title="Subscribers" />
    <List<Subscriber>
      caption="Subscribers"
      path="/subscribers"
      searchPath="/subscribers:search"
      searchBy={[
        { value: 'email', label: 'E-mail' },
        { value: 'name', label: 'Name' },
        { value: 'id', label: 'ID' },
      ]}
      filters={[
        {
          name: 'refer_status',
          label: 'Came by',
          options: [
            { value: 'referred', label: 'another subscriber' },
            { value: 'non_referred', label: 'themselves' },
          ],
        },
      ]}
      hasCsv
      keyOf={({ key }) => key}
      columns={[
        {
          head: 'Subscriber',
          cell: (subscriber) => <span class="break">{nameOf(subscriber)}</span>,
        },
        { head: 'E-mail', cell: ({ email }) => <span class="break">{email}</span>, isWide: true },
        {
          head: 'Brought',
          cell: ({ referrals_count }) => formatNumber(referrals_count),
          isNumber: true,
          isWide: true,
        },
        {
          head: 'Rewards',
          cell: ({ reward }) => reward.map(({ name }) => name).join(', ') || '–',
          isWide: true,
        },
        {
          head: 'State',
          cell: ({ approved, status }) => (
            <StatusBadge status={approved ? status.toLowerCase() : 'pending'} />
          ),
        },
        { head: 'Since', cell: ({ created_at }) => <Time at={created_at} />, isWide: true },
        {
          head: '',
          cell: (subscriber) => (
            <CopyButton text={subscriber.share_link} what={`link of ${nameOf(subscriber)}`} />
          ),
          isWide: true,
        },
        { head: '', cell: (subscriber) => <SubscriberActions subscriber={subscriber} /> },
      ]}
      empty={
        <Empty title="No subscribers yet">
          <p>
            Your back end reports a reader with <code>POST /v1/subscribers</code>, and gets the link
            that they share.
          </p>
        </Empty>
      }
    />
  </>
)
