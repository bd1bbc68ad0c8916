import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { tell } from '../../look/toasts.js'
import { nameOf, type Subscriber } from '../records.js'
import { useApi } from '../use-api.js'

/** What can be decided about a subscriber, by the state that they are in. */
export function SubscriberActions({ subscriber }: { subscriber: Subscriber }) {
  const { send } = useApi()
  const { approved, id, status } = subscriber
  const name = nameOf(subscriber)
  const path = `/subscribers/${encodeURIComponent(id)}`
  const approve = async () => {
    await send('PUT', path, { approved: true, status: 'active' })
    tell({ text: `${name} counts now.` })
  }
  const suspend = async () => {
    await send('PUT', path, { status: 'suspended' })
    tell({
      text: `${name} is suspended.`,
      undo: () => send('PUT', path, { status: 'active' }),
    })
  }
  const remove = async () => {
    const isSure = await askFirst({
      title: `Delete ${name}?`,
      text: 'Their link credits nobody from then on; what others earned by them stays. This cannot be undone.',
      action: 'Delete',
    })
    if (!isSure) return
    await send('DELETE', path)
    tell({ text: `${name} is deleted.` })
  }
  return (
    <span class="row">
      {!approved || status !== 'Active' ? (
        <ActionButton onAction={approve} class="button main small" label={`Approve ${name}`}>
          Approve
        </ActionButton>
      ) : (
        <ActionButton onAction={suspend} label={`Suspend ${name}`}>
          Suspend
        </ActionButton>
      )}
      <ActionButton onAction={remove} label={`Delete ${name}`}>
        Delete
      </ActionButton>
    </span>
  )
}
