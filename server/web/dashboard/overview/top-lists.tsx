import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { formatSums } from '../../lib/format-money.js'
import { formatNumber } from '../../lib/format-number.js'
import { formatTime } from '../../lib/format-time.js'
import { Failure, Loading } from '../../look/states.js'
import { Table } from '../../look/table.js'
import { useAnswer } from '../use-api.js'
import type { TopReport } from './reports.js'

const LISTS = [
  { of: 'partners', label: 'Partners' },
  { of: 'links', label: 'Links' },
  { of: 'landing_pages', label: 'Landing pages' },
] as const

/** Who and what brought the most. */
export function TopLists({ range }: { range: string }) {
  const [of, setOf] = useState<(typeof LISTS)[number]['of']>('partners')
  const {
    data: report,
    error,
    refetch,
  } = useAnswer<TopReport>(`/reports/top?of=${of}&${range}&limit=8`)
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>What brought the most</h2>
        <fieldset class="choice">
          <legend class="unseen">By</legend>
          {LISTS.map((list) => (
            <button
              type="button"
              key={list.of}
              aria-pressed={list.of === of}
              onClick={() => setOf(list.of)}
            >
              {list.label}
            </button>
          ))}
        </fieldset>
      </div>
      {!report ? (
        error ? (
          <Failure error={error} onRetry={() => refetch()} />
        ) : (
          <Loading lines={8} />
        )
      ) : report.data.length === 0 ? (
        <p class="soft">Nothing in these days.</p>
      ) : (
        <Table
          caption="What brought the most"
          rows={report.data}
          keyOf={({ id, key, name }) => id ?? key ?? name ?? ''}
          columns={[
            {
              head: LISTS.find((list) => list.of === of)?.label ?? '',
              cell: ({ id, name }) =>
                of === 'partners' && id ? (
                  <Link href={`/partners/${encodeURIComponent(id)}`} class="break">
                    {name ?? id}
                  </Link>
                ) : (
                  <span class="break">{name ?? 'Deleted'}</span>
                ),
            },
            { head: 'Clicks', cell: ({ clicks }) => formatNumber(clicks), isNumber: true },
            {
              head: 'Sign-ups',
              cell: ({ signups }) => formatNumber(signups),
              isNumber: true,
              isWide: true,
            },
            {
              head: 'Sales',
              cell: ({ sales }) => formatNumber(sales),
              isNumber: true,
              isWide: true,
            },
            { head: 'Revenue', cell: ({ revenue }) => formatSums(revenue), isNumber: true },
          ]}
        />
      )}
      {report && isPartial(report) && (
        <p class="small soft">
          Counted since {formatTime(report.meta.counted_since)}: before that, more came than is
          looked through for this list. The figures above count everything.
        </p>
      )}
    </section>
  )
}

const isPartial = ({ meta }: TopReport): boolean =>
  Date.parse(meta.counted_since) > Date.parse(meta.from)
