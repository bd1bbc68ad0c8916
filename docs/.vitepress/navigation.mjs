import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { apiChapters } from './api-chapters.mjs'

const DOCS = new URL('../', import.meta.url)

/** Pages by what the reader wants to do, in the order of doing it. */
const PARTS = {
  'Begin here': ['guides/five-minutes', 'guides/script-tag', 'guides/sign-up-forms'],
  'In the page': [
    'guides/react',
    'guides/nextjs',
    'guides/vue',
    'guides/oauth',
    'guides/first-party',
    'guides/consent',
    'guides/mobile-apps',
  ],
  'In the back end': [
    'guides/server-to-server',
    'guides/express',
    'guides/php',
    'guides/django',
    'guides/ruby',
    'guides/webhooks',
  ],
  Payments: [
    'guides/stripe',
    'guides/paddle',
    'guides/chargebee',
    'guides/coupons',
    'guides/refunds',
  ],
  'Friends and partners': ['guides/refer-a-friend', 'referral-widgets', 'portal', 'dashboard'],
  'Moving here': ['guides/from-partnerojs', 'guides/from-the-partnero-api'],
  'When something is wrong': ['guides/troubleshooting', 'debugging'],
  'Prompts for AI assistants': [
    'prompts/index',
    'prompts/affiliate-tracking',
    'prompts/sign-ups',
    'prompts/sales',
    'prompts/refunds',
    'prompts/refer-a-friend',
    'prompts/figures',
    'prompts/webhooks',
    'prompts/mobile',
  ],
  Reference: ['script', 'react', 'node', 'checkouts', 'api', 'webhooks', 'privacy'],
  'Running the server': ['operations', 'scaling', 'security', 'reliability-of-the-server'],
  'How it is made': ['architecture', 'decisions', 'reliability'],
}

const isThere = (page) => existsSync(new URL(`${page}.md`, DOCS))

/** The page's first heading. */
const titleOf = (page) => /^# (.+)$/m.exec(readFileSync(new URL(`${page}.md`, DOCS), 'utf8'))?.[1]

const item = (page) => ({
  text: titleOf(page).replaceAll('`', ''),
  link: `/${page.replace(/index$/, '')}`,
})

const pagesIn = (folder) =>
  readdirSync(new URL(folder, DOCS))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name.slice(0, -'.md'.length)}`)

/** The sidebar: every page that is there, also one that nobody has given a place yet. */
export function navigation() {
  const placed = new Set(Object.values(PARTS).flat())
  const others = ['./', 'guides/', 'prompts/']
    .flatMap(pagesIn)
    .map((page) => page.replace(/^\.\//, ''))
    .filter((page) => page !== 'index' && !placed.has(page))
  const parts = Object.entries({ ...PARTS, More: others }).map(([text, pages]) => ({
    text,
    items: pages.filter(isThere).map(item),
  }))
  const calls = apiChapters().map(({ chapter, slug }) => ({ text: chapter, link: `/api/${slug}` }))
  const at = parts.findIndex(({ text }) => text === 'Reference')
  parts.splice(at + 1, 0, { text: 'Calls of the REST API', items: calls })
  return parts.filter(({ items }) => items.length > 0)
}
