import { useLocation } from 'wouter-preact'
import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { CopyButton } from '../../look/copy-button.js'
import { PageHead } from '../../look/page-head.js'
import { tell } from '../../look/toasts.js'
import { Loaded } from '../parts/loaded.js'
import type { Webhook } from '../records.js'
import { useApi } from '../use-api.js'
import { Deliveries } from './deliveries.js'

/** One webhook: its secret, and every message with the attempts to deliver it. */
export function WebhookPage({ id }: { id: string }) {
  const { send } = useApi()
  const [, navigate] = useLocation()
  const path = `/webhooks/${encodeURIComponent(id)}`
  const pause = async ({ name, is_active }: Webhook) => {
    const set = (isActive: boolean) => send('PUT', path, { is_active: isActive })
    await set(!is_active)
    tell({
      text: `${name} is ${is_active ? 'paused' : 'active'}.`,
      undo: () => set(is_active),
    })
  }
  const remove = async ({ name }: Webhook) => {
    const isSure = await askFirst({
      title: `Delete ${name}?`,
      text: 'Its messages and their log are deleted with it. This cannot be undone.',
      action: 'Delete webhook',
    })
    if (!isSure) return
    await send('DELETE', path)
    tell({ text: `${name} is deleted.` })
    navigate('/webhooks')
  }
  const resend = async () => {
    const { data } = await send<{ data: { resent?: number } }>('POST', `${path}/resend`)
    tell({ text: `${data.resent ?? 'All failed'} messages are on their way again.` })
  }
  return (
    <Loaded<Webhook>
      path={path}
      lines={8}
      title="Webhook"
      list={{ path: '/webhooks', name: 'All webhooks' }}
    >
      {(webhook) => (
        <>
          <PageHead title={webhook.name}>
            <ActionButton onAction={() => pause(webhook)}>
              {webhook.is_active ? 'Pause' : 'Activate'}
            </ActionButton>
            <ActionButton onAction={resend}>Resend all that failed</ActionButton>
            <ActionButton class="button danger small" onAction={() => remove(webhook)}>
              Delete
            </ActionButton>
          </PageHead>
          <div class="stack">
            {webhook.notice && <p class="note warn">{webhook.notice}</p>}
            <section class="card">
              <dl class="facts">
                <dt>Address</dt>
                <dd>
                  <code>{webhook.url}</code>
                </dd>
                <dt>Secret</dt>
                <dd class="row">
                  <span class="soft">signs every message</span>
                  <CopyButton text={webhook.signature} what="secret" />
                </dd>
                <dt>Events</dt>
                <dd>{webhook.events.join(', ')}</dd>
              </dl>
            </section>
            <h2>Messages</h2>
            <Deliveries path={path} />
          </div>
        </>
      )}
    </Loaded>
  )
}
