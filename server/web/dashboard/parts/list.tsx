import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import { Download, Search } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { isRefused } from '../../lib/request-json.js'
import { Empty, Failure, Loading } from '../../look/states.js'
import { type Column, Table } from '../../look/table.js'
import { useProgram } from '../program-context.js'
import { useApi } from '../use-api.js'
import { downloadCsv } from './download-csv.js'
import { listPath, listTerms } from './list-path.js'
import { useAsked } from './use-asked.js'

export interface Filter {
  name: string
  label: string
  /** Besides "all". */
  options: { value: string; label: string }[]
}

export interface ListProps<Row> {
  /** What stands before its own in the page's address, where a page has another list. */
  name?: string
  /** What it lists. */
  caption: string
  /** Below `/v1`: `/partners`. */
  path: string
  /** Where that differs, the path that filters and searches by these. */
  searchPath?: string
  /** By what one can search; the first is meant unless another is chosen. */
  searchBy?: { value: string; label: string }[]
  filters?: Filter[]
  /** Said with every request, unless a filter says otherwise. */
  always?: Record<string, string>
  columns: Column<Row>[]
  keyOf: (row: Row) => string
  /** Shown where there is nothing yet. */
  empty: ComponentChildren
  /** Of a few rows as a rule: no search and no pages are offered before there is a second page. */
  isShort?: boolean
  /** Whether it can be had as CSV. */
  hasCsv?: boolean
}

interface Page<Row> {
  data: Row[]
  links: { next: string | null; prev: string | null }
  meta: { current_page: number; from: number | null; to: number | null }
}

/** A list of the API: searched, filtered and turned by the page's address, so that it can be shared. */
export function List<Row>(props: ListProps<Row>) {
  const { caption, columns, keyOf, empty, searchBy = [], filters = [] } = props
  const { public_id } = useProgram()
  const { get } = useApi()
  const [asked, ask] = useAsked(props.name)
  const path = listPath(props, asked)
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: [public_id, path],
    queryFn: () => get<Page<Row>>(path),
    placeholderData: keepPreviousData,
  })

  const isNarrowed = listTerms(props, asked).size > 0
  const showAll = () =>
    ask(
      Object.fromEntries(['q', 'by', ...filters.map(({ name }) => name)].map((name) => [name, ''])),
    )
  const hasPages = Boolean(data?.links.next || data?.links.prev)
  // A search that is being taken back keeps its field, and the focus in it.
  const isEmpty = !isPlaceholderData && data?.data.length === 0 && !asked.has('page')
  const hasTools = searchBy.length > 0 || filters.length > 0 || props.hasCsv

  return (
    <div>
      {hasTools && (isNarrowed || (props.isShort ? hasPages : !isEmpty)) && (
        <search class="table-tools" aria-label={`Narrow ${caption.toLowerCase()}`}>
          {searchBy.length > 0 && (
            <form
              class="row search"
              onSubmit={(event) => {
                event.preventDefault()
                const form = new FormData(event.currentTarget)
                ask({ q: String(form.get('q')).trim(), by: String(form.get('by') ?? '') })
              }}
            >
              <input
                class="input grow"
                type="search"
                name="q"
                aria-label={`Search ${caption.toLowerCase()}`}
                placeholder="Search"
                defaultValue={asked.get('q') ?? ''}
                key={asked.get('q')}
              />
              {searchBy.length > 1 && (
                <select class="input" name="by" aria-label="Search by" key={asked.get('by')}>
                  {searchBy.map(({ value, label }, index) => (
                    <option
                      key={value}
                      value={index === 0 ? '' : value}
                      selected={value === asked.get('by')}
                    >
                      {label}
                    </option>
                  ))}
                </select>
              )}
              <button type="submit" class="button" aria-label="Search">
                <Search size={16} aria-hidden />
              </button>
            </form>
          )}
          {filters.map(({ name, label, options }) => (
            <select
              key={name}
              class="input"
              aria-label={label}
              value={asked.get(name) ?? ''}
              onChange={(event) => ask({ [name]: event.currentTarget.value })}
            >
              <option value="">{label}: all</option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          ))}
          <span class="grow" />
          {props.hasCsv && (
            <button
              type="button"
              class="button"
              onClick={() => downloadCsv(public_id, props, asked)}
            >
              <Download size={16} aria-hidden /> CSV
            </button>
          )}
        </search>
      )}
      {isPending ? (
        <Loading lines={10} />
      ) : error && !isRefused(error) ? (
        <Failure error={error} onRetry={() => refetch()} />
      ) : error || data.data.length === 0 ? (
        error || isNarrowed || asked.has('page') ? (
          <Empty title="Nothing fits">
            {error && <p>{error.message}</p>}
            <button type="button" class="button" onClick={showAll}>
              Show all
            </button>
          </Empty>
        ) : (
          empty
        )
      ) : (
        <>
          <div aria-busy={isPlaceholderData}>
            <Table caption={caption} columns={columns} rows={data.data} keyOf={keyOf} />
          </div>
          {(!props.isShort || hasPages) && (
            <nav class="pager" aria-label={`Pages of ${caption.toLowerCase()}`}>
              <span>
                {data.meta.from?.toLocaleString()} to {data.meta.to?.toLocaleString()}
              </span>
              {hasPages && (
                <span class="row">
                  <button
                    type="button"
                    class="button small"
                    disabled={!data.links.prev}
                    onClick={() => ask({ page: String(data.meta.current_page - 1) })}
                  >
                    Previous
                  </button>
                  <button
                    type="button"
                    class="button small"
                    disabled={!data.links.next}
                    onClick={() => ask({ page: String(data.meta.current_page + 1) })}
                  >
                    Next
                  </button>
                </span>
              )}
            </nav>
          )}
        </>
      )}
    </div>
  )
}
