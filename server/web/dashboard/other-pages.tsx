import { useQuery, useQueryClient } from '@tanstack/preact-query'
import { useEffect } from 'preact/hooks'
import { whenIdle } from '../lib/when-idle.js'
import { Failure, Loading } from '../look/states.js'

const CODE = {
  queryKey: ['pages'],
  queryFn: () => import('./pages.js').then(({ Pages }) => ({ Pages })),
  staleTime: Number.POSITIVE_INFINITY,
}

/** Loads the other pages while somebody looks at the first, so that they open at once. */
export function useOtherPages(): void {
  const queries = useQueryClient()
  useEffect(() => whenIdle(() => void queries.prefetchQuery(CODE)), [])
}

/** All pages but the first, whose code comes after it. */
export function OtherPages() {
  const { data, error } = useQuery(CODE)
  if (data) return <data.Pages />
  // A server that was renewed meanwhile has them under other names: the page itself knows the new ones.
  if (error) return <Failure error={error} onRetry={() => location.reload()} />
  return <Loading lines={10} />
}
