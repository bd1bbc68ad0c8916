import { formatTime } from '../../lib/format-time.js'
import { ActionButton } from '../../look/action-button.js'
import { Empty } from '../../look/states.js'
import { tell } from '../../look/toasts.js'
import { List } from '../parts/list.js'
import { StatusBadge } from '../parts/status-badge.js'
import type { WebhookDelivery } from '../records.js'
import { useApi } from '../use-api.js'

/** The log of a webhook: each message, the attempts, and what went wrong. */
export function Deliveries({ path }: { path: string }) {
  const { send } = useApi()
  const resend = async ({ id }: WebhookDelivery) => {
    await send('POST', `${path}/deliveries/${id}/resend`)
    tell({ text: 'The message is on its way again.' })
  }
  return (
    <List<WebhookDelivery>
      caption="Messages"
      path={`${path}/deliveries`}
      filters={[
        {
          name: 'status',
          label: 'State',
          options: ['pending', 'delivered', 'failed'].map((value) => ({ value, label: value })),
        },
      ]}
      keyOf={({ id }) => id}
      columns={[
        {
          head: 'Event',
          cell: (message) => (
            <details>
              <summary>
                <code>{message.event}</code>
              </summary>
              <pre class="code-block small">{JSON.stringify(message.data, undefined, 2)}</pre>
            </details>
          ),
        },
        { head: 'State', cell: ({ status }) => <StatusBadge status={status} /> },
        { head: 'Last attempt', cell: lastAttempt, isWide: true },
        { head: 'Attempts', cell: ({ attempts }) => attempts.length, isNumber: true, isWide: true },
        {
          head: '',
          cell: (message) => (
            <ActionButton
              onAction={() => resend(message)}
              label={`Resend ${message.event} of ${formatTime(message.created_at)}`}
            >
              Resend
            </ActionButton>
          ),
        },
      ]}
      empty={<Empty title="No messages yet" />}
    />
  )
}

function lastAttempt({ attempts, created_at }: WebhookDelivery): string {
  const last = attempts.at(-1)
  if (!last) return `made ${formatTime(created_at)}`
  const answer = last.status_code === null ? '' : `answer ${last.status_code}, `
  return `${formatTime(last.at)}: ${answer}${last.error ?? `${last.duration_ms} ms`}`
}
