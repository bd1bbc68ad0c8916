/** A call that waits for the script, as `command-queue.ts` reads it. */
interface WaitingCall {
  a: IArguments
  q: WaitingCall[]
  /** Settles the promise that the call has returned. */
  r?: (result: unknown) => void
}

type Stub = {
  (): unknown
  q: WaitingCall[]
  /** Makes script elements that the page's Content Security Policy lets pass. */
  s: (src: string) => HTMLScriptElement
}

interface TrustedTypes {
  createPolicy(name: string, rules: object): { createScriptURL(url: string): string }
}
/**
 * The inline stub: queues calls until the script is there, and answers each with a promise from the
 * first moment. Written for the page's HTML, so it needs nothing of its own and works twice.
 *
 * A function that is there already stays, as the snippet may be in the page twice; an element with
 * this id gives way. Scripts get the nonce of the snippet's own element, and addresses by a policy
 * named `pollen` where the page asks for Trusted Types (https://www.w3.org/TR/trusted-types/).
 *
 * The pinned snippet has a tag of its own for the script, which a hash can stand in; there the address is
 * empty.
 */
;((page: Window & Record<string, unknown>, name: string, src: string) => {
  page.__partnerObject = name
  let policy: ReturnType<TrustedTypes['createPolicy']> | undefined
  try {
    policy = (page.trustedTypes as TrustedTypes).createPolicy('pollen', {
      createScriptURL: (url: string) => url,
    })
  } catch {
    // There are no Trusted Types, or no second policy of this name.
  }
  const nonce = (document.currentScript || ({} as HTMLScriptElement)).nonce
  const createScript = (src: string) => {
    const script = document.createElement('script')
    if (nonce) script.nonce = nonce
    script.src = policy ? policy.createScriptURL(src) : src
    return script
  }
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
    stub.s = createScript
    page[name] = stub
  }
  if (src) document.head.appendChild(createScript(src))
})(window as never, 'po', 'https://POLLEN_HOST/js/universal.js')
