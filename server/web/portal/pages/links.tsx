import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { Badge } from '../../look/badge.js'
import { CopyButton } from '../../look/copy-button.js'
import { Field } from '../../look/field.js'
import { FormError } from '../../look/form-error.js'
import { PageHead } from '../../look/page-head.js'
import { Failure, Loading } from '../../look/states.js'
import { Table } from '../../look/table.js'
import { ShortDay } from '../parts/short-day.js'
import type { OwnLink, OwnLinks } from '../records.js'
import { texts } from '../texts.js'
import { useForm } from '../use-form.js'
import { usePortalData, useSend } from '../use-portal.js'

const { links } = texts

/** The partner's links, and a form for another. */
export function Links() {
  const { data, error, isPending, refetch } = usePortalData<OwnLinks>('/links')
  return (
    <div class="stack">
      <PageHead title={links.title} />
      <p class="soft">{links.intro}</p>
      {isPending ? (
        <Loading lines={4} />
      ) : error ? (
        <Failure error={error} onRetry={() => refetch()} />
      ) : (
        <>
          <LinkTable rows={data.links} />
          {data.is_full ? <p class="note">{links.full}</p> : <NewLink websites={data.websites} />}
        </>
      )}
    </div>
  )
}

function LinkTable({ rows }: { rows: OwnLink[] }) {
  const send = useSend()
  const remove = async ({ key, url }: OwnLink) => {
    const isSure = await askFirst({
      title: links.removeTitle,
      text: links.removeText(url),
      action: links.remove,
    })
    if (isSure) await send('DELETE', `/links/${encodeURIComponent(key)}`)
  }
  return (
    <Table
      caption={links.caption}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          head: links.link,
          cell: ({ url, is_default }) => (
            <span class="row">
              <span class="break code">{url}</span>
              {is_default && <Badge>{links.first}</Badge>}
            </span>
          ),
        },
        {
          head: links.created,
          cell: ({ created_at }) => <ShortDay time={created_at} />,
          isWide: true,
        },
        {
          head: '',
          cell: (link) => (
            <span class="row link-actions">
              <CopyButton text={link.url} what={`${links.link_name} ${link.key}`} />
              {!link.is_default && (
                <ActionButton
                  onAction={() => remove(link)}
                  label={`${links.remove} ${link.key}`}
                  class="button bare small"
                >
                  {links.remove}
                </ActionButton>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}

function NewLink({ websites }: { websites: OwnLinks['websites'] }) {
  const send = useSend()
  const { onSubmit, isBusy, error, errorOf } = useForm(async ({ key, website }) => {
    await send('POST', '/links', { key, ...(website && { domain_id: Number(website) }) })
    ;(document.getElementById('new-link') as HTMLFormElement | null)?.reset()
  })
  return (
    <form class="card stack" id="new-link" onSubmit={onSubmit}>
      <h2>{links.add}</h2>
      <FormError error={!errorOf('key') && error} />
      <div class="fields-2">
        <Field label={links.key} hint={links.keyHint} error={errorOf('key')}>
          {(control) => (
            <input
              {...control}
              name="key"
              required
              minLength={3}
              maxLength={64}
              autocomplete="off"
              spellcheck={false}
            />
          )}
        </Field>
        {websites.length > 1 && (
          <Field label={links.website}>
            {(control) => (
              <select {...control} name="website">
                {websites.map(({ id, website }) => (
                  <option key={website} value={id ?? ''}>
                    {new URL(website).host}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <div>
        <button type="submit" class="button main" aria-busy={isBusy}>
          {links.create}
        </button>
      </div>
    </form>
  )
}
