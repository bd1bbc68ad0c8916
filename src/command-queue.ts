/** A call that the snippet's stub has recorded. */
export interface QueuedCall {
  /** The arguments of the call: an Arguments object, not an array. */
  a: Iterable<unknown>
  /** Calls that were made on this call's result. */
  q?: Queue
  /** Settles the promise that our own stub gave for the call. */
  r?: (result: unknown) => void
}

export type Queue = QueuedCall[]

/**
 * Runs what a stub has queued, in order, nested calls after their parent, and from then on each
 * call as it is made. The arrays stay the same ones, so that every reference to the stub, however
 * early it was taken, goes on working and now returns what `run` returns.
 *
 * - `run` must not return a number: the stub would take it for the length of its queue.
 * - A queue that has been taken over has a `push` of its own and is left alone, whoever took it.
 */
export function takeOver(queue: Queue | undefined, run: (...args: unknown[]) => unknown): void {
  if (!queue || queue.push !== [].push) return
  const handle = (call: QueuedCall) => {
    const result = run(...call.a)
    if (call.r) call.r(result)
    takeOver(call.q, run)
    return result
  }
  // Also sees what is queued meanwhile.
  for (const call of queue) handle(call)
  queue.length = 0
  queue.push = handle as unknown as Queue['push']
}
