// What a page pays for a tracker: the same page and the same stub server for all, one run, medians.
// The subjects take turns, so that a busy moment of the machine meets all of them.
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { median } from './median.mjs'
import { options } from './options.mjs'
import { startStubServer } from './page/stub-server.mjs'
import { makeSubjects } from './page/subjects.mjs'
import { openBrowser, visit } from './page/visitor.mjs'
import { printTable } from './table.mjs'

const loads = Number(options.loads)
const only = options.only?.split(',')
const SLOW_DOWN = 4
const SLOW_NETWORK_MS = 300
/** Requests do not vary; three visits tell. */
const COUNTED_VISITS = 3

const server = await startStubServer()
const site = `http://www.shop.test:${server.port}`
const everybody = await makeSubjects(`http://pollen.test:${server.port}`)
const subjects = everybody.filter(({ id }) => !only || only.includes(id))
const strangers = only?.filter((id) => !everybody.some((subject) => subject.id === id)) ?? []
if (strangers.length > 0) {
  throw new Error(`There are ${everybody.map(({ id }) => id).join(', ')}, but no ${strangers}.`)
}
server.serve(subjects)
const browser = await openBrowser(server.port)

const landing = (id) => `${site}/${id}?aff=jane`

/**
 * Lets a visitor that nobody has seen before do something; another one where that fails, as a run of half
 * an hour must not be lost to one page that never came.
 */
async function withVisitor(act, attempts = 3) {
  const context = await browser.createBrowserContext()
  try {
    return await act(context)
  } catch (error) {
    if (attempts < 2) throw error
    console.error(`Once more: ${error.message}`)
    return await withVisitor(act, attempts - 1)
  } finally {
    await context.close()
  }
}

/** Visits every subject's page in turns; resolves to the results by subject. */
async function inTurns(times, visitOnce) {
  const results = Object.fromEntries(subjects.map(({ id }) => [id, []]))
  for (let round = 0; round < times; round += 1) {
    for (const { id } of subjects) results[id].push(await visitOnce(id))
    process.stderr.write(`\r${round + 1} of ${times} rounds `)
  }
  process.stderr.write('\r')
  return results
}

const arrive = (how) => (id) =>
  withVisitor((context) => visit(context, landing(id), id, server.untilQuiet, how))

/** Medians of one measure, by subject. */
const medians = (results, measure) =>
  Object.fromEntries(
    Object.entries(results).map(([id, all]) => [id, median(all.map((one) => one[measure]))]),
  )

const ms = (value) => (value === undefined ? '–' : `${value.toFixed(2)} ms`)
const times = (value, floor) => (floor ? `${(value / floor).toFixed(1)}×` : '–')

try {
  printTable(
    ['script, bundled and minified', 'raw', 'gzip', 'brotli'],
    subjects
      .filter(({ id }) => id !== 'pollen-asking')
      .map(({ name, script }) => [
        name,
        Buffer.byteLength(script),
        gzipSync(script, { level: 9 }).length,
        brotliCompressSync(script).length,
      ]),
  )

  // The first visits warm the browser up.
  await inTurns(1, arrive())
  const blank = []
  for (let round = 0; round < 5; round += 1) {
    blank.push(
      await withVisitor((context) =>
        visit(context, `${site}/blank`, 'blank', server.untilQuiet, { isAtRest: true }),
      ),
    )
  }
  const blankHeap = median(blank.map(({ heap }) => heap))
  const blankScript = median(blank.map(({ scriptMs }) => scriptMs))

  const usual = await inTurns(loads, arrive({ isTraced: true, isAtRest: true }))
  const slow = await inTurns(loads, arrive({ isTraced: true, slowDown: SLOW_DOWN }))
  server.delay(SLOW_NETWORK_MS)
  const waiting = await inTurns(loads, arrive())
  server.delay(0)

  const evaluation = medians(usual, 'evaluation')
  const slowEvaluation = medians(slow, 'evaluation')
  const script = medians(usual, 'scriptMs')
  const heap = medians(usual, 'heap')
  printTable(
    [
      `median of ${loads} landings`,
      'evaluation',
      'of the floor',
      `CPU ${SLOW_DOWN}× slower`,
      'of the floor',
      'all its script until at rest',
      'heap at rest',
    ],
    subjects.map(({ id, name }) => [
      name,
      ms(evaluation[id]),
      times(evaluation[id], evaluation.floor),
      ms(slowEvaluation[id]),
      times(slowEvaluation[id], slowEvaluation.floor),
      ms(Math.max(script[id] - blankScript, 0)),
      `${((heap[id] - blankHeap) / 1024).toFixed(0)} KiB`,
    ]),
  )

  const [cookie, slowCookie, lateCookie] = [usual, slow, waiting].map((results) =>
    medians(results, 'cookieMs'),
  )
  printTable(
    [
      'script start to its first cookie',
      'usual',
      `CPU ${SLOW_DOWN}× slower`,
      `network answers after ${SLOW_NETWORK_MS} ms`,
    ],
    subjects.map(({ id, name }) => [name, ms(cookie[id]), ms(slowCookie[id]), ms(lateCookie[id])]),
  )

  const count = async (context, url, id) => {
    server.count()
    await visit(context, url, id, server.untilQuiet, { isAtRest: true })
    return server.count()
  }
  const counts = await inTurns(COUNTED_VISITS, async (id) => ({
    landing: await withVisitor((context) => count(context, landing(id), id)),
    ...(await withVisitor(async (context) => ({
      unreferred: await count(context, `${site}/${id}`, id),
      repeat: await count(context, `${site}/${id}`, id),
    }))),
  }))
  const cell = (id, kind) => {
    const all = counts[id].map((one) => one[kind])
    const bytes = median(all.map((one) => one.bytes)).toLocaleString('en')
    return `${median(all.map(({ requests }) => requests))} · ${bytes} B`
  }
  printTable(
    ['requests · bytes of bodies', 'landing', 'unreferred view', 'its repeat'],
    subjects.map(({ id, name }) => [
      name,
      cell(id, 'landing'),
      cell(id, 'unreferred'),
      cell(id, 'repeat'),
    ]),
  )
  if (!usual[subjects[0].id].every(({ isPrecise }) => isPrecise)) {
    console.log('The clocks of this browser were coarse: 0.1 ms.')
  }
} finally {
  await browser.close()
  server.stop()
}
