import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { formatNumber } from '../../lib/format-number.js'
import { requestJson } from '../../lib/request-json.js'
import { Failure, Loading } from '../../look/states.js'
import { type Column, Table } from '../../look/table.js'
import { usePortalProgram } from '../portal-context.js'
import { texts } from '../texts.js'
import { portalPath } from '../use-portal.js'

interface Page<Row> {
  data: Row[]
  links: { prev: string | null; next: string | null }
  meta: { from: number | null; to: number | null }
}

export interface PagedListProps<Row> {
  caption: string
  /** Below the program's portal. */
  path: string
  columns: Column<Row>[]
  keyOf: (row: Row) => string
  /** Shown where there is nothing. */
  empty: ComponentChildren
}

const PER_PAGE = 25

/** A list that is read page by page, the newest first. */
export function PagedList<Row>({ caption, path, columns, keyOf, empty }: PagedListProps<Row>) {
  const { public_id } = usePortalProgram()
  const [page, setPage] = useState(1)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [public_id, path, page],
    queryFn: () =>
      requestJson<Page<Row>>(portalPath(public_id, `${path}?limit=${PER_PAGE}&page=${page}`)),
    placeholderData: keepPreviousData,
  })
  if (isPending) return <Loading lines={8} />
  if (error) return <Failure error={error} onRetry={() => refetch()} />
  if (data.data.length === 0 && page === 1) return <>{empty}</>
  const { links, meta } = data
  return (
    <div class="paged">
      <Table caption={caption} columns={columns} rows={data.data} keyOf={keyOf} />
      {(links.prev || links.next) && (
        <nav class="pager" aria-label={texts.pages.label}>
          <span>{texts.pages.range(formatNumber(meta.from ?? 0), formatNumber(meta.to ?? 0))}</span>
          <span class="row">
            <button
              type="button"
              class="button small"
              disabled={!links.prev}
              onClick={() => setPage(page - 1)}
            >
              {texts.pages.previous}
            </button>
            <button
              type="button"
              class="button small"
              disabled={!links.next}
              onClick={() => setPage(page + 1)}
            >
              {texts.pages.next}
            </button>
          </span>
        </nav>
      )}
    </div>
  )
}
