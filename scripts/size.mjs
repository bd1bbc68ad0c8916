// Tells what each file of dist/ weighs, and each script of the pages that people see; fails when either
// outgrows its budget, or when the README tells another number than what was built.
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** What every page of a site loads. */
const SCRIPT = 'universal.js'

/**
 * Bytes of gzip: every page of a site pays them. It is three and a half KiB; the
 * smallest script known to track clicks, sign-ups and domains takes 2,866, and keeps nothing that
 * it could not send.
 */
const BUDGET = 3584

/** Bytes of gzip of all scripts of the pages that people see: 150 kB. */
const PAGES_BUDGET = 150_000

const read = (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url))

const gzipOf = (content) => gzipSync(content, { level: 9 }).length

const sizes = readdirSync(new URL('../dist', import.meta.url))
  .filter((name) => /\.(js|html)$/.test(name))
  .map((name) => ({ name, content: read(name) }))
  .map(({ name, content }) => ({
    name,
    raw: content.length,
    gzip: gzipOf(content),
    brotli: brotliCompressSync(content).length,
  }))

console.table(Object.fromEntries(sizes.map(({ name, ...size }) => [name, size])))

const assets = new URL('../server/dist/web/assets/', import.meta.url)
const pages = readdirSync(assets)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, gzip: gzipOf(readFileSync(new URL(name, assets))) }))
const pagesGzip = pages.reduce((sum, { gzip }) => sum + gzip, 0)

console.table(Object.fromEntries(pages.map(({ name, gzip }) => [name, { gzip }])))

const { gzip } = sizes.find(({ name }) => name === SCRIPT)
const stated = gzip.toLocaleString('en-US')
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const problems = [
  pagesGzip > PAGES_BUDGET &&
    `The pages' scripts have ${pagesGzip} bytes of gzip; their budget is ${PAGES_BUDGET}.`,
  gzip > BUDGET && `${SCRIPT} has ${gzip} bytes of gzip; its budget is ${BUDGET}.`,
  !readme.includes(`${stated} bytes`) &&
    `README.md should say that the script weighs ${stated} bytes.`,
].filter(Boolean)

for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
