import { readFileSync } from 'node:fs'
import resolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'

const { exports, dependencies, peerDependencies } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
)

const compile = (options) =>
  typescript({ tsconfig: 'tsconfig.json', noEmit: false, noEmitOnError: true, ...options })

/** Every option here was tried, and is a few bytes less. */
const minify = () =>
  terser({
    ecma: 2018,
    compress: {
      passes: 5,
      inline: 1,
      hoist_funs: true,
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_methods: true,
    },
    format: { comments: false },
    // Members of our objects and of js-cookie's that nobody outside of the bundle sees.
    mangle: {
      properties: { regex: /^(credit|flush|signUp|told|attributes|converter|withConverter)$/ },
    },
  })

/**
 * What of js-cookie our calls never reach or need, which no minifier can know: it stays out of the
 * bundle, 150 bytes of gzip. When a new version reads otherwise the build stops, and this is looked
 * at again.
 */
const UNREACHED = [
  // Where the bundle runs, there is a document.
  [/typeof document === 'undefined'/g, 'false'],
  // Replaced by a converter of ours.
  [/write: function \(value\) \{.*?\n {2}\}\n/s, 'write: undefined\n'],
  // Encoding of names: ours are letters and underscores.
  [/name = encodeURIComponent\(name\).*?escape\);\n/s, ''],
  // Never called: a cookie is removed by a date in the past.
  [/remove: function .*?\},\n/s, ''],
  [/withAttributes: function .*?\},\n/s, ''],
]

const slimJsCookie = () => ({
  name: 'slim-js-cookie',
  transform(code, id) {
    if (!id.includes('js-cookie')) return null
    const slim = UNREACHED.reduce((rest, [pattern, replacement]) => {
      if (rest.search(pattern) < 0) this.error(`js-cookie has changed: it has no ${pattern}.`)
      return rest.replace(pattern, replacement)
    }, code)
    return { code: slim, map: null }
  },
})

/** The stub in the page that a site's owner pastes it into, with the commands to be filled in. */
const snippetPage = () => ({
  name: 'snippet-page',
  renderChunk: (code) => `<!-- Pollen -->
<script>
${code.trim()}
po('settings', 'assets_host', 'https://POLLEN_HOST')
po('program', 'PROGRAM_ID', 'load')
</script>
<!-- End Pollen -->
`,
})

export default [
  {
    input: 'src/universal.ts',
    output: {
      file: exports['./universal.js'],
      format: 'iife',
      // "use strict" and the map's address are 40 bytes for every visitor. The server tells
      // developers' tools of the map in a header.
      strict: false,
      sourcemap: 'hidden',
    },
    plugins: [resolve(), slimJsCookie(), compile(), minify()],
  },
  {
    input: 'src/snippet.ts',
    output: { file: exports['./snippet.html'], format: 'iife', strict: false },
    plugins: [compile(), minify(), snippetPage()],
  },
  // What is imported; entries that share a module share its state, so they are built as one.
  {
    input: {
      index: 'src/index.ts',
      react: 'src/react/index.ts',
      checkouts: 'src/checkouts/index.ts',
      po: 'src/po.ts',
    },
    output: {
      dir: 'dist',
      format: 'esm',
      chunkFileNames: 'shared-[name].js',
      // Frameworks that render on a server have to be told; rollup drops the line from a source.
      banner: ({ name }) => (name === 'react' ? "'use client'" : ''),
    },
    onLog: (level, log, handler) => {
      // `po` holds types alone.
      if (log.code !== 'EMPTY_BUNDLE') handler(level, log)
    },
    external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
    plugins: [compile({ declaration: true, declarationDir: 'dist', rootDir: 'src' })],
  },
  {
    input: 'src/node/index.ts',
    output: { file: exports['./node'].default, format: 'esm' },
    plugins: [
      compile({ tsconfig: 'src/node/tsconfig.json', declaration: true, declarationDir: 'dist' }),
    ],
  },
  // Scripts that the server gives to the pages that ask for them.
  ...Object.entries({
    stripe: 'src/checkouts/stripe-part.ts',
    paddle: 'src/checkouts/paddle-part.ts',
    debug: 'src/debug/index.ts',
    forms: 'src/forms/forms-part.ts',
    links: 'src/links/links-part.ts',
    consent: 'src/consent/consent-part.ts',
  }).map(([name, input]) => ({
    input,
    output: { file: `dist/${name}.js`, format: 'iife', strict: false },
    plugins: [compile(), minify()],
  })),
]
