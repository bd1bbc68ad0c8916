import type { ComponentChildren } from 'preact'
import { Link } from 'wouter-preact'
import { isRefused } from '../../lib/request-json.js'
import { PageHead } from '../../look/page-head.js'
import { Failure, Loading } from '../../look/states.js'
import { useAnswer } from '../use-api.js'

export interface LoadedProps<Data, Meta> {
  /** Below `/v1`. */
  path: string
  children: (data: Data, meta: Meta) => ComponentChildren
  /** How much room is kept until it is there. */
  lines?: number
  /** Of the page, where this is all of it: what stands above until the page's own heading can. */
  title?: string
  /** The list where others like it are, for whoever finds no such one. */
  list?: { path: string; name: string }
}

/** What one request answers; until then, and where it fails, the page says so. */
export function Loaded<Data, Meta = unknown>({
  path,
  children,
  lines = 4,
  title,
  list,
}: LoadedProps<Data, Meta>) {
  const { data: answer, error, isPending, refetch } = useAnswer<{ data: Data; meta: Meta }>(path)
  if (!isPending && !error) return <>{children(answer.data, answer.meta)}</>
  return (
    <>
      {title && <PageHead title={title} />}
      {isPending ? (
        <Loading lines={lines} />
      ) : (
        <Failure error={error} onRetry={() => refetch()}>
          {list && isRefused(error) && (
            <Link href={list.path} class="button">
              {list.name}
            </Link>
          )}
        </Failure>
      )}
    </>
  )
}
