import { vi } from 'vitest'

/** What `read` gives once it no longer throws, however long a busy machine takes until then. */
export const eventually = <Result>(read: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(read, { timeout: 15_000, interval: 25 })
