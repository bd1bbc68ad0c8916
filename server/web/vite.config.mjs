// The pages that people see, one per folder with an index.html: `npm run build -w server`.
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = new URL('./', import.meta.url)

const pages = readdirSync(root)
  .map((name) => new URL(`${name}/index.html`, root))
  .filter((page) => existsSync(page))

export default defineConfig({
  root: fileURLToPath(root),
  // Where the server answers what pages load.
  base: '/web/',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The browsers of the last two years; `light-dark()` stays as it is written.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The content policy refuses what is not a file of ours, `data:` scripts and styles among it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages.map((page) => fileURLToPath(page)) },
  },
})
