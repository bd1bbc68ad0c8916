import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Host } from './network.js'
import { type Page, page } from './page.js'

const DIST = new URL('../../../dist/', import.meta.url)
const JS_COOKIE = join(
  dirname(createRequire(import.meta.url).resolve('js-cookie')),
  'js.cookie.mjs',
)

const IMPORT_MAP = `<script type="importmap">${JSON.stringify({
  imports: { 'pollen-js': '/modules/index.js', 'js-cookie': '/modules/js-cookie.mjs' },
})}</script>`

/** A site that imports the npm entry as its bundler would resolve it; the module is `source`. */
export const npmPage =
  (source: string, { body = '' }: Page = {}): Host =>
  ({ url }) => {
    const module = /^\/modules\/(.+)/.exec(url.pathname)?.[1]
    if (module) {
      const path = module === 'js-cookie.mjs' ? JS_COOKIE : new URL(module, DIST)
      return { headers: { 'content-type': 'text/javascript' }, body: readFileSync(path) }
    }
    return page({ head: `${IMPORT_MAP}<script type="module">${source}</script>`, body })
  }
