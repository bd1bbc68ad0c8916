import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'demo/README.md',
  'bench/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

/** A path in backticks: from the root of the repository, or one of the server's layers. */
const PATH =
  /`((?:\.ci|bench|bin|demo|docs|scripts|server|src|test|routes|domain|store)\/[^`\s]*)`/g

/** A link to a file beside this page, without the place in it. */
const LINK = /\]\((?!\w+:|#)([^)#\s]+)(?:#[^)\s]*)?\)/g

/** The reader's own file, which the page shows: a block of code that begins with its language and name. */
const SHOWN = /^```\w+ \[([^\]]+)\]/gm

/** Stands for any name, and what the build makes. */
const isNoFile = (path: string) => /[…<*:$]|(^|\/)(dist|data)\//.test(path)

/** `a/{b,c}/` is `a/b/` and `a/c/`. */
function expand(path: string): string[] {
  const [, before = '', names = '', after = ''] = /^(.*)\{([^}]*)\}(.*)$/.exec(path) ?? []
  return names === '' ? [path] : names.split(',').map((name) => before + name + after)
}

it.each(PAGES)('%s names no file that does not exist', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8')
  const shown = [...text.matchAll(SHOWN)].map(([, path]) => path)
  const named = [...text.matchAll(PATH)]
    .map(([, path = '']) => path.replace(/^(?=(routes|domain|store)\/)/, 'server/src/'))
    .filter((path) => !isNoFile(path) && !shown.includes(path))
    .flatMap(expand)
  const linked = [...text.matchAll(LINK)].map(([, path = '']) => join(dirname(page), path))
  const missing = [...named, ...linked].filter((path) => !existsSync(join(ROOT, path)))
  expect(missing).toEqual([])
})
