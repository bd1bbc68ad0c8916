import { useState } from 'preact/hooks'
import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { CopyButton } from '../../look/copy-button.js'
import { Field } from '../../look/field.js'
import { tell } from '../../look/toasts.js'
import { FormDialog } from '../parts/form-dialog.js'
import { List } from '../parts/list.js'
import type { Partner, ReferralLink } from '../records.js'
import { useApi } from '../use-api.js'

/** The links of a partner: copied, added, and deleted but for the first. */
export function PartnerLinks({ partner }: { partner: Partner }) {
  const { send } = useApi()
  const [isNew, setNew] = useState(false)
  const remove = async (link: ReferralLink) => {
    const isSure = await askFirst({
      title: `Delete the link ${link.key}?`,
      text: 'Whoever comes through it from now on is credited to nobody. What it brought stays.',
      action: 'Delete link',
    })
    if (!isSure) return
    await send('DELETE', `/partner_referral_links/${encodeURIComponent(link.id)}`)
    tell({ text: `The link ${link.key} is deleted.` })
  }
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>Links</h2>
        <button type="button" class="button small" onClick={() => setNew(true)}>
          Add link
        </button>
      </div>
      <List<ReferralLink>
        name="links"
        caption="Links"
        path={`/partners/${encodeURIComponent(partner.id)}/referral_links`}
        searchBy={[{ value: 'key', label: 'Key' }]}
        isShort
        keyOf={({ id }) => id}
        columns={[
          { head: 'Link', cell: ({ url }) => <code class="break">{url}</code> },
          {
            head: '',
            cell: (link) => (
              <span class="row">
                <CopyButton text={link.url} what={`link ${link.key}`} />
                {!link.default && (
                  <ActionButton onAction={() => remove(link)} label={`Delete link ${link.key}`}>
                    Delete
                  </ActionButton>
                )}
              </span>
            ),
          },
        ]}
        empty={<p class="soft">There are none.</p>}
      />
      {isNew && (
        <FormDialog
          title="Add link"
          action="Add link"
          onClose={() => setNew(false)}
          onSubmit={({ key }) =>
            send('POST', '/partner_referral_links', { key, partner: { id: partner.id } })
          }
        >
          {(errorOf) => (
            <Field
              label="Key"
              hint="Stands at the end of the link. Left empty, one is made."
              error={errorOf('key')}
            >
              {(control) => (
                <input {...control} name="key" autocomplete="off" placeholder="winter-sale" />
              )}
            </Field>
          )}
        </FormDialog>
      )}
    </section>
  )
}
