import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { formatSums } from '../../lib/format-money.js'
import { formatNumber } from '../../lib/format-number.js'
import { formatTime } from '../../lib/format-time.js'
import { Table } from '../../look/table.js'
import { Loaded } from '../parts/loaded.js'
import type { TopMeta, TopRow } from './reports.js'

const LISTS = [
  { of: 'partners', label: 'Partners' },
  { of: 'links', label: 'Links' },
  { of: 'landing_pages', label: 'Landing pages' },
] as const

/** Who and what brought the most. */
export function TopLists({ range }: { range: string }) {
  const [of, setOf] = useState<(typeof LISTS)[number]['of']>('partners')
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
      <Loaded<TopRow[], TopMeta> path={`/reports/top?of=${of}&${range}&limit=8`} lines={8}>
        {(rows, meta) => (
          <>
            {rows.length === 0 ? (
              <p class="soft">Nothing in these days.</p>
            ) : (
              <Table
                caption="What brought the most"
                rows={rows}
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
            {isPartial(meta) && (
              <p class="small soft">
                Counted since {formatTime(meta.counted_since)}: before that, more came than is
                looked through for this list. The figures above count everything.
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

const isPartial = ({ from, counted_since }: TopMeta): boolean =>
  Date.parse(counted_since) > Date.parse(from)
