import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { ActionButton } from '../../look/action-button.js'
import { askFirst } from '../../look/ask.js'
import { Field } from '../../look/field.js'
import { PageHead } from '../../look/page-head.js'
import { Empty } from '../../look/states.js'
import { tell } from '../../look/toasts.js'
import { FormDialog } from '../parts/form-dialog.js'
import { List } from '../parts/list.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import type { Lead } from '../records.js'
import { useApi } from '../use-api.js'

const STATES = ['submitted', 'converted', 'rejected'].map((value) => ({ value, label: value }))

/** People whom partners recommend before they have signed up. */
export function Leads() {
  const { send } = useApi()
  const [converting, setConverting] = useState<Lead>()
  const reject = async (lead: Lead) => {
    const isSure = await askFirst({
      title: `Reject ${lead.lead_info.name ?? 'this lead'}?`,
      text: 'Whoever recommended them earns nothing by it. This cannot be undone.',
      action: 'Reject',
    })
    if (!isSure) return
    await send('POST', '/leads/reject', { id: lead.id })
    tell({ text: 'The lead is rejected.' })
  }
  return (
    <>
      <PageHead title="Leads" />
      <List<Lead>
        caption="Leads"
        path="/leads"
        searchBy={[
          { value: 'email', label: 'E-mail' },
          { value: 'name', label: 'Name' },
          { value: 'partner_key', label: 'Key of the partner' },
        ]}
        filters={[{ name: 'status', label: 'State', options: STATES }]}
        hasCsv
        keyOf={({ id }) => String(id)}
        columns={[
          { head: 'Name', cell: ({ lead_info }) => lead_info.name ?? '–' },
          {
            head: 'E-mail',
            cell: ({ lead_info }) => <span class="break">{lead_info.email ?? '–'}</span>,
            isWide: true,
          },
          {
            head: 'Recommended by',
            cell: ({ submitter }) =>
              submitter && (
                <Link href={`/partners/${encodeURIComponent(submitter.id)}`} class="break">
                  {submitter.name || submitter.email}
                </Link>
              ),
            isWide: true,
          },
          { head: 'State', cell: ({ status }) => <StatusBadge status={status} /> },
          { head: 'When', cell: ({ created_at }) => <Time at={created_at} />, isWide: true },
          {
            head: '',
            cell: (lead) => (
              <span class="row">
                {lead.can_be_converted && (
                  <button
                    type="button"
                    class="button main small"
                    aria-label={`Convert ${lead.lead_info.name}`}
                    onClick={() => setConverting(lead)}
                  >
                    Convert
                  </button>
                )}
                {lead.can_be_rejected && (
                  <ActionButton
                    onAction={() => reject(lead)}
                    label={`Reject ${lead.lead_info.name}`}
                  >
                    Reject
                  </ActionButton>
                )}
              </span>
            ),
          },
        ]}
        empty={
          <Empty title="No leads yet">
            <p>
              Partners recommend people by name: your pages report them with{' '}
              <code>POST /v1/leads</code>. Once one has bought, convert the lead: the partner earns
              a commission.
            </p>
          </Empty>
        }
      />
      {converting && (
        <FormDialog
          title={`${converting.lead_info.name} has bought`}
          action="Convert"
          onClose={() => setConverting(undefined)}
          onSubmit={async (fields) => {
            await send('POST', '/leads/convert', { id: converting.id, ...fields })
            tell({ text: 'The lead is a customer now.' })
          }}
        >
          {(errorOf) => (
            <Field
              label="Amount of the sale"
              hint="In the program’s currency; the commission is worked out from it."
              error={errorOf('commission_transaction_amount')}
            >
              {(control) => (
                <input
                  {...control}
                  name="commission_transaction_amount"
                  inputMode="decimal"
                  placeholder="99.99"
                  required
                />
              )}
            </Field>
          )}
        </FormDialog>
      )}
    </>
  )
}
