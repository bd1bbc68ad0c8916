/** How long a failure is remembered, so that an outage costs few visitors a wait. */
const RETRY_AFTER_MS = 2000

export interface Remembered<T> {
  /** What stands, loaded when it is due; rejects only while there has never been any. */
  get(): Promise<T>
  /** What stands now; loading goes on behind. */
  peek(): T | undefined
}

/**
 * Keeps what `load` gave, also while loading it again fails.
 *
 * @param freshMs How long it is good for, in milliseconds.
 * @param now Milliseconds since the epoch.
 */
export function remember<T>(
  load: () => Promise<T>,
  freshMs: number,
  now: () => number = Date.now,
): Remembered<T> {
  let kept: { value: T } | undefined
  let failure: unknown
  let dueAt = 0
  let loading: Promise<void> | undefined

  async function reload(): Promise<void> {
    try {
      kept = { value: await load() }
      dueAt = now() + freshMs
    } catch (error) {
      failure = error
      dueAt = now() + RETRY_AFTER_MS
    }
    loading = undefined
  }

  async function refresh(): Promise<void> {
    if (now() < dueAt) return
    loading ??= reload()
    await loading
  }

  return {
    async get() {
      await refresh()
      if (kept) return kept.value
      throw failure
    },
    peek() {
      void refresh()
      return kept?.value
    },
  }
}
