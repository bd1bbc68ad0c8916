// Writes docs/reliability.md, every behaviour by every engine, from the JSON reports of vitest:
// `node scripts/reliability.mjs <report…>`. Fails, and names them, when cases have no test.
import { readFileSync, writeFileSync } from 'node:fs'
import { CASES, DEFECTS } from './reliability-cases.mjs'

/** @typedef {{ engine: string, version: string, suite: string, title: string, outcome: string, cannot?: string }} Result */

/** The columns; a report may hold one of them or several. */
const ENGINES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' }

const MARKS = { passed: '✓', cannot: 'cannot', failed: '✗', missing: 'not run' }

/** @returns {Result[]} */
const resultsOf = (report) =>
  JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ ancestorTitles: [engine], meta }) => engine in ENGINES && meta.engine)
      .map(({ ancestorTitles: [engine, ...suites], title, status, meta }) => ({
        engine,
        version: meta.engine,
        suite: suites.join(' · '),
        title,
        cannot: meta.cannot,
        outcome: meta.cannot ? 'cannot' : status === 'passed' ? 'passed' : 'failed',
      })),
  )

const results = process.argv.slice(2).flatMap(resultsOf)
if (results.length === 0) {
  console.error('Usage: node scripts/reliability.mjs <report…>, each from vitest --reporter=json')
  process.exit(2)
}

/** What several tests show together: the worst of them. */
const together = (some) =>
  ['failed', 'cannot', 'passed'].find((outcome) => some.some((one) => one.outcome === outcome)) ??
  'missing'

const inEachEngine = (some) =>
  Object.keys(ENGINES).map((engine) => MARKS[together(some.filter((one) => one.engine === engine))])

const cell = (text) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/x{64,}/, 'xxx…')

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** A list of numbered things, by the tests that name them. */
const numbered = (word, things) =>
  table(
    ['', word, 'tests', ...Object.values(ENGINES)],
    Object.entries(things).map(([number, sentence]) => {
      const shown = results.filter(({ title }) => names(title, word, number))
      const tests = new Set(shown.map(({ suite, title }) => suite + title)).size
      return [number, sentence, tests, ...inEachEngine(shown)]
    }),
  )

/** Whether a title ends as in `(case 5, defect 10)` with this one among them. */
const names = (title, word, number) =>
  /\(([^()]*)\)$/.exec(title)?.[1]?.split(', ').includes(`${word} ${number}`) ?? false

const suites = [...new Set(results.map(({ suite }) => suite))]
const behaviours = suites.map((suite) => {
  const inSuite = results.filter((one) => one.suite === suite)
  const titles = [...new Set(inSuite.map(({ title }) => title))]
  const rows = titles.map((title) => [
    cell(title),
    ...inEachEngine(inSuite.filter((one) => one.title === title)),
  ])
  return `### ${suite}\n\n${table(['', ...Object.values(ENGINES)], rows)}`
})

const versions = [...new Set(results.map(({ version }) => version))]
const limits = [
  ...new Set(
    results.filter(({ cannot }) => cannot).map((one) => `- ${one.version} ${one.cannot}.`),
  ),
]

const text = `# Reliability

Every behaviour of the script by every engine, as the last run of all three has shown it: real browsers, pages under several host names, a real pollen-server that is stopped, slowed down and started again. This page is written by \`node scripts/reliability.mjs\`; how to run the engines stands in [CONTRIBUTING.md](../CONTRIBUTING.md).

${versions.map((version) => `- ${version}`).join('\n')}

✓ shown. ✗ failed. *cannot*: the engine has nothing that could be shown, at least while it is driven by a program; see the [limits](#limits).

## How referrals get lost

${numbered('case', CASES)}

## Defects that trackers are known for

${numbered('defect', DEFECTS)}

## Limits

${limits.join('\n') || 'None.'}

## All behaviours

${behaviours.join('\n\n')}
`
writeFileSync(new URL('../docs/reliability.md', import.meta.url), text)

const isNamed = (word, number) => results.some(({ title }) => names(title, word, number))
const untested = [
  ...Object.keys(CASES)
    .filter((number) => !isNamed('case', number))
    .map((n) => `case ${n}`),
  ...Object.keys(DEFECTS)
    .filter((number) => !isNamed('defect', number))
    .map((n) => `defect ${n}`),
]
if (untested.length > 0) {
  console.error(`Without a test: ${untested.join(', ')}.`)
  process.exitCode = 1
}
