import { readFileSync } from 'node:fs'
import type { Host } from './network.js'
import { type Page, page } from './page.js'

const DIST = new URL('../../../dist/', import.meta.url)

const IMPORT_MAP = `<script type="importmap">${JSON.stringify({
  imports: { 'pollen-js': '/modules/index.js' },
})}</script>`

/** A site that imports the npm entry as its bundler would resolve it; the module is `source`. */
export const npmPage =
  (source: string, { body = '' }: Page = {}): Host =>
  ({ url }) => {
    const module = /^\/modules\/(.+)/.exec(url.pathname)?.[1]
    if (module) {
      const body = readFileSync(new URL(module, DIST))
      return { headers: { 'content-type': 'text/javascript' }, body }
    }
    return page({ head: `${IMPORT_MAP}<script type="module">${source}</script>`, body })
  }
