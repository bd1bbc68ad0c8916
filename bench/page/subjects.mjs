// What is compared: each as its users would put it into a page, with a page view or a click to report.
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'

const bundle = async (source) => {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: new URL('..', import.meta.url).pathname },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2018',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0].text
}

const asyncScript = (src) => `<script async src="${src}"></script>`

/** Reading a cookie, parsing the URL and writing a cookie: what no such script can do without. */
const FLOOR = `(function () {
  var standing = /(?:^|; )floor=([^;]*)/.exec(document.cookie)
  var key = new URL(location.href).searchParams.get('aff') || (standing && decodeURIComponent(standing[1]))
  if (key) document.cookie = 'floor=' + encodeURIComponent(key) + '; path=/; max-age=2592000; samesite=lax'
})()`

/** The stub that PartneroJS pages have: no settings in the page, so they are asked for. */
const officialSnippet = (stub) => `<script>
  (function (w, n) {
    w.__partnerObject = n
    function f() { var c = { a: arguments, q: [] }, r = this.push(c); return 'number' != typeof r ? r : f.bind(c.q) }
    var q = []; w[n] = f.bind(q); w[n].q = q
  })(window, 'po')
  po('settings', 'assets_host', '${stub}')
  po('program', 'BENCH001', 'load')
</script>${asyncScript(`${stub}/js/pollen-asking.js`)}`

/**
 * @param stub Origin of the stub server.
 * @returns `{ id, name, script, head }` of each, `script` being what is measured; served as
 * `/js/<id>.js`.
 */
export async function makeSubjects(stub) {
  const dist = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8')
  const universal = dist('universal.js')
  // A source map that nobody asks for.
  const pollen = universal.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '')
  const settings = "{type:'affiliate',cookie_time:30,query_param:'aff'}"
  const snippet = dist('snippet.html')
    .replaceAll('https://POLLEN_HOST/js/universal.js', `${stub}/js/pollen.js`)
    .replaceAll('https://POLLEN_HOST', stub)
    .replaceAll('PROGRAM_ID', 'BENCH001')
    .replace(/(['"])load\1/, `$1load$1,${settings}`)

  const peers = [
    [
      'js-cookie',
      'js-cookie 3 (writes one cookie)',
      `import Cookies from 'js-cookie'
       const key = new URL(location.href).searchParams.get('aff') || Cookies.get('key')
       if (key) Cookies.set('key', key, { expires: 30, sameSite: 'Lax' })`,
    ],
    [
      'web-vitals',
      'web-vitals 6 (LCP, INP, CLS)',
      `import { onCLS, onINP, onLCP } from 'web-vitals'
       const send = (metric) => navigator.sendBeacon('${stub}/vitals', JSON.stringify(metric))
       onCLS(send); onINP(send); onLCP(send)`,
    ],
    [
      'plausible',
      'Plausible tracker',
      `import { init } from '@plausible-analytics/tracker'
       init({ domain: 'shop.test', endpoint: '${stub}/api/event', captureOnLocalhost: true })`,
    ],
    [
      'snowplow',
      'Snowplow browser-tracker',
      `import { newTracker, trackPageView } from '@snowplow/browser-tracker'
       newTracker('sp', '${stub}', { appId: 'shop' })
       trackPageView()`,
    ],
    [
      'segment',
      'Segment analytics-next',
      `import { AnalyticsBrowser } from '@segment/analytics-next'
       const analytics = AnalyticsBrowser.load(
         { writeKey: 'bench', cdnURL: '${stub}' },
         { integrations: { 'Segment.io': { apiHost: '${new URL(stub).host}/v1', protocol: 'http' } } },
       )
       analytics.page()`,
    ],
    [
      'posthog',
      'PostHog',
      `import posthog from 'posthog-js'
       posthog.init('bench', { api_host: '${stub}', opt_out_useragent_filter: true })`,
    ],
  ]

  return [
    { id: 'floor', name: 'floor', script: FLOOR },
    { id: 'pollen', name: 'Pollen, its own snippet', script: pollen, head: snippet },
    {
      id: 'pollen-asking',
      name: 'Pollen, PartneroJS’s snippet',
      script: pollen,
      head: officialSnippet(stub),
    },
    ...(await Promise.all(
      peers.map(async ([id, name, source]) => ({ id, name, script: await bundle(source) })),
    )),
  ].map((subject) => ({ head: asyncScript(`${stub}/js/${subject.id}.js`), ...subject }))
}
