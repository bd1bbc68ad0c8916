/** What the page was seen to do, told as JSON through the function that the browser adds to it. */
export type Note =
  | { kind: 'stub'; name: string; place: 'head' | 'body' | 'late' }
  | { kind: 'commands'; commands: unknown[][] }
  | { kind: 'cookie'; text: string }
  | { kind: 'blocked'; directive: string; url: string }

/** The name of that function. */
export const NOTE_BINDING = '__pollenVerify'

/**
 * Runs in the page before its own scripts. It only looks: the stub, what it has queued when its
 * script element has run, the cookies that scripts write, and what the content security policy
 * forbids. It is sent to the browser as text, so it can use nothing from outside itself.
 */
export function watchPage(binding: string): void {
  const tell = Reflect.get(window, binding) as (text: string) => void
  Reflect.deleteProperty(window, binding)
  // A frame's snippet is not the page's.
  if (window !== window.top) return
  const note = (kind: string, more: object) => tell(JSON.stringify({ kind, ...more }))

  let globalName: unknown
  Object.defineProperty(window, '__partnerObject', {
    configurable: true,
    enumerable: true,
    get: () => globalName,
    set(name) {
      globalName = name
      const isLoading = document.readyState === 'loading'
      note('stub', { name, place: isLoading ? (document.body ? 'body' : 'head') : 'late' })
      // Not before the rest of the snippet has run, and before any other script.
      queueMicrotask(() => {
        const queue = Reflect.get(window, String(name))?.q
        if (Array.isArray(queue)) {
          note('commands', { commands: queue.map((call) => Array.from(call.a)) })
        }
      })
    },
  })

  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  if (cookie) {
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(text) {
        // Throws where cookies are forbidden.
        cookie.set?.call(this, text)
        note('cookie', { text: String(text) })
      },
    })
  }

  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    note('blocked', { directive: effectiveDirective, url: blockedURI }),
  )
}
