import type { Reply } from './network.js'
import { POLLEN_HOST } from './pollen.js'

/** What a page of a test consists of. */
export interface Page {
  head?: string
  body?: string
  status?: number
  headers?: Record<string, string | string[]>
}

/** Keeps what a developer would see on the console, for `tab.run(toldByConsole)`. */
const RECORDER = `<script>
  window.consoleOf = { warnings: [], errors: [] }
  ;(function (told) {
    var warn = console.warn
    console.warn = function () {
      told.warnings.push([].join.call(arguments, ' '))
      return warn.apply(console, arguments)
    }
    addEventListener('error', function (event) { told.errors.push(String(event.message)) })
    addEventListener('unhandledrejection', function (event) { told.errors.push(String(event.reason)) })
  })(window.consoleOf)
</script>`

/** A page as its server answers it. */
export const page = ({ head = '', body = '', status = 200, headers = {} }: Page = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: `<!doctype html><html><head><title>Shop</title>${RECORDER}${head}</head><body>${body}</body></html>`,
})

/** An inline script. */
export const script = (source: string): string => `<script>${source}</script>`

/** A sign-up form as most sites have one. */
export const signUpForm = (attributes = 'action="/welcome" method="post"'): string => `
  <form id="sign-up" ${attributes}>
    <label>Name <input name="name" autocomplete="name"></label>
    <label>E-mail <input name="email" type="email" autocomplete="email"></label>
    <label>Password <input name="password" type="password" autocomplete="new-password"></label>
    <button>Sign up</button>
  </form>`

export interface SnippetOptions {
  /** What the page gives to `load`. */
  load?: Record<string, unknown>
  /** Name of the global. */
  name?: string
  /** Where the bundle comes from. */
  bundle?: string
  /** Where settings scripts lie. */
  assets?: string
}

/**
 * The stub that sites have carried for years, in our own words but with the same contract: calls
 * are pushed as `{ a, q }`, and a call on the result of a queued call lands in that call's queue.
 */
export const stub = (name = 'po', bundle = `http://${POLLEN_HOST}/js/universal.js`): string => `
  (function (window, name) {
    window.__partnerObject = name
    function stub() {
      var call = { a: arguments, q: [] }
      var result = this.push(call)
      return typeof result === 'number' ? stub.bind(call.q) : result
    }
    var queue = []
    window[name] = window[name] || stub.bind(queue)
    window[name].q = window[name].q || queue
    var script = document.createElement('script')
    script.async = true
    script.src = '${bundle}'
    document.head.appendChild(script)
  })(window, '${name}');`

/** The snippet that loads a program, as a page has it in its head. */
export const snippet = (
  program: string,
  { load, name = 'po', bundle, assets = `http://${POLLEN_HOST}` }: SnippetOptions = {},
): string =>
  script(`${stub(name, bundle)}
  ${name}('settings', 'assets_host', '${assets}');
  ${name}('program', '${program}', 'load'${load ? `, ${JSON.stringify(load)}` : ''});`)

/** Calls of `po`, one after the other, as a page writes them. */
export const say = (...calls: string[]): string =>
  script(calls.map((call) => `po(${call});`).join('\n'))
