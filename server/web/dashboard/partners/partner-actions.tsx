import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { tell } from '../../look/toasts.js'
import { nameOf, type PartnerRow } from '../records.js'
import { useApi } from '../use-api.js'
import { SignInLink } from './sign-in-link.js'

/** What can be decided about a partner, by the state that they are in. */
export function PartnerActions({
  partner,
  isShort = false,
}: {
  partner: PartnerRow
  /** In a list: only what waits to be decided. */
  isShort?: boolean
}) {
  const { send } = useApi()
  const name = nameOf(partner)
  const act = (action: string) =>
    send('POST', `/partners/${encodeURIComponent(partner.id)}/${action}`)
  const decide = (action: string, done: string) => async () => {
    await act(action)
    tell({ text: `${name} is ${done}.` })
  }
  const archive = async () => {
    await act('archive')
    tell({
      text: `${name} is archived.`,
      undo: () => act('revoke-archive'),
    })
  }
  const reject = async () => {
    const isSure = await askFirst({
      title: `Reject ${name}?`,
      text: 'They do not get in, and no letter tells them; your webhooks are told. They can be approved later.',
      action: 'Reject',
    })
    if (isSure) await decide('reject', 'rejected')()
  }
  const { status } = partner
  return (
    <span class="row">
      {(status === 'pending' || (status === 'rejected' && !isShort)) && (
        <ActionButton
          class="button main small"
          onAction={decide('approve', 'a partner now')}
          label={`Approve ${name}`}
        >
          Approve
        </ActionButton>
      )}
      {status === 'pending' && (
        <ActionButton onAction={reject} label={`Reject ${name}`}>
          Reject
        </ActionButton>
      )}
      {status === 'active' && !isShort && (
        <>
          <SignInLink partner={partner} />
          <ActionButton onAction={archive}>Archive</ActionButton>
        </>
      )}
      {status === 'archived' && (
        <ActionButton onAction={decide('revoke-archive', 'back')} label={`Restore ${name}`}>
          Restore
        </ActionButton>
      )}
    </span>
  )
}
