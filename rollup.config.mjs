import { readFileSync } from 'node:fs'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'

const { exports, peerDependencies } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
)

const compile = (options) =>
  typescript({ tsconfig: 'tsconfig.json', noEmit: false, noEmitOnError: true, ...options })

/** Every option here was tried, and is a few bytes less. */
const minify = (preamble) =>
  terser({
    ecma: 2018,
    compress: {
      passes: 5,
      inline: 2,
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_comps: true,
    },
    format: { comments: false, ...(preamble && { preamble }) },
    // Members of our objects that nobody outside of the bundle sees. What the DOM has as well, such as
    // `referrer`, would stay as it is.
    mangle: {
      properties: {
        regex:
          /^(told|known|startTracking|enrol|standing|referral|whoReferred|grant|sendAgain|post)$/,
      },
    },
  })

/** Functions of modules become arrows, which are one word less each, and stand in one `const`. */
const arrowFunctions = () => ({
  name: 'arrow-functions',
  renderChunk: (code) => ({
    code: code.replace(/^ {4}function (\w+)\((.*)\) \{$/gm, 'const $1 = ($2) => {'),
    map: null,
  }),
})

/** A `const` that nobody will edit is a `let`: one word less for the compression, and fewer statements. */
const letConstants = () => ({
  name: 'let-constants',
  renderChunk: (code) => ({ code: code.replace(/\bconst(?=[ [{])/g, 'let'), map: null }),
})

/** The stub in the page that a site's owner pastes it into, with the commands to be filled in. */
const snippetPage = (tag = '') => ({
  name: 'snippet-page',
  renderChunk: (code) => `<!-- Pollen -->
<script>
${code.trim()}
po('settings', 'assets_host', 'https://POLLEN_HOST')
po('program', 'PROGRAM_ID', 'load')
</script>
${tag}<!-- End Pollen -->
`,
})

const BUNDLE_URL = 'https://POLLEN_HOST/js/universal.js'

/** The stub without an address loads nothing. */
const withoutBundle = () => ({
  name: 'without-bundle',
  transform: (code) => ({ code: code.replace(BUNDLE_URL, ''), map: null }),
})

/** The script as it is now and stays; a browser takes no other (https://www.w3.org/TR/SRI/). */
const PINNED_TAG = `<script async src="https://POLLEN_HOST/program/PROGRAM_ID/universal/HASH.js" integrity="INTEGRITY" crossorigin="anonymous"></script>
`

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
    // Chromium compiles all of it while it loads, beside the page's own work, instead of one function
    // after the other when they are called: https://v8.dev/blog/explicit-compile-hints
    plugins: [compile(), arrowFunctions(), letConstants(), minify('//# allFunctionsCalledOnLoad')],
  },
  {
    input: 'src/snippet.ts',
    output: { file: exports['./snippet.html'], format: 'iife', strict: false },
    plugins: [compile(), minify(), snippetPage()],
  },
  {
    input: 'src/snippet.ts',
    output: { file: 'dist/snippet-pinned.html', format: 'iife', strict: false },
    plugins: [compile(), withoutBundle(), minify(), snippetPage(PINNED_TAG)],
  },
  // What is imported; entries that share a module share its state, so they are built as one.
  {
    input: {
      index: 'src/index.ts',
      react: 'src/react/index.ts',
      checkouts: 'src/checkouts/index.ts',
      'referral-widgets': 'src/referrals/index.ts',
      po: 'src/po.ts',
      url: 'src/url/index.ts',
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
    external: Object.keys(peerDependencies),
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
    referrals: 'src/referrals/referrals-part.ts',
  }).map(([name, input]) => ({
    input,
    output: { file: `dist/${name}.js`, format: 'iife', strict: false },
    plugins: [compile(), minify()],
  })),
]
