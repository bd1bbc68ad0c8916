/** A call that waits for the script, as `command-queue.ts` reads it. */
interface WaitingCall {
  a: IArguments
  q: WaitingCall[]
  /** Settles the promise that the call has returned. */
  r?: (result: unknown) => void
}

type Stub = { (): unknown; q: WaitingCall[] }

/**
 * The inline stub: queues calls until the script is there, and answers each with a promise from the
 * first moment. Written for the page's HTML, so it needs nothing of its own and works twice.
 *
 * A function that is there already stays, as the snippet may be in the page twice; an element with
 * this id gives way.
 */
;((page: Window & Record<string, unknown>, name: string, src: string) => {
  page.__partnerObject = name
  if (typeof page[name] !== 'function') {
    const queue: WaitingCall[] = []
    const stub: Stub = function () {
      // biome-ignore lint/complexity/noArguments: the queue holds Arguments objects, as PartneroJS has it
      const call: WaitingCall = { a: arguments, q: [] }
      const result: unknown = stub.q.push(call)
      if (typeof result !== 'number') return result
      const promise = new Promise((resolve) => {
        call.r = resolve
      })
      promise.catch(() => {})
      return promise
    }
    stub.q = queue
    page[name] = stub
  }
  const script = document.createElement('script')
  script.src = src
  document.head.appendChild(script)
})(window as never, 'po', 'https://POLLEN_HOST/js/universal.js')
