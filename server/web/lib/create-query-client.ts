import { notifyManager, QueryCache, QueryClient } from '@tanstack/preact-query'
import { isSignedOut, RequestError } from './request-json.js'

// A timer for each answer is a wait for each answer on a slow processor.
notifyManager.setScheduler(queueMicrotask)

/**
 * Asks the server for a page, and keeps what it answered.
 *
 * @param onSignedOut Told when a session has ended, which is noticed by whatever is asked next.
 */
export function createQueryClient(onSignedOut: (client: QueryClient) => void): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isSignedOut(error)) onSignedOut(client)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Without a network it would wait in silence; whoever looks at the page should know.
        networkMode: 'always',
        // What was refused will be refused again; what did not arrive may.
        retry: (failures, error) =>
          failures < 2 &&
          !(error instanceof RequestError && error.status >= 400 && error.status < 500),
      },
    },
  })
  return client
}
