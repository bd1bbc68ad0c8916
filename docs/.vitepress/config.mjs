import { slug } from 'github-slugger'
import { defineConfig } from 'vitepress'
import llms from 'vitepress-plugin-llms'
import { navigation } from './navigation.mjs'
import { outsideLinks } from './outside-links.mjs'

/** The site that `npm run docs` builds and pollen-server serves at `/help`. */
export default defineConfig({
  title: 'Pollen',
  description: 'Who sent this customer, and what do they earn by it?',
  base: '/help/',
  outDir: '../server/dist/help',
  cacheDir: '../.cache/vitepress',
  cleanUrls: true,
  // The same for everybody, and files whose names change only with what is in them.
  metaChunk: true,
  // Its way of switching without a fade is a style that content policies forbid.
  appearance: { disableTransition: false },
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    // The only ones of the usual themes whose every colour can be read.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // The anchors that the same files have where repositories are read.
    anchor: { slugify: (title) => slug(title) },
    config: (markdown) => markdown.use(outsideLinks),
  },
  themeConfig: {
    sidebar: navigation(),
    outline: 'deep',
    search: { provider: 'local' },
    docFooter: { prev: false, next: false },
  },
  vite: {
    plugins: [llms()],
    build: { chunkSizeWarningLimit: 2000 },
  },
})
