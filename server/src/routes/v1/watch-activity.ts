import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import { orderOf, type Position, parsePosition } from '../../domain/figures/activity-position.js'
import type { activityRecords } from '../../records/activity-records.js'

type Activity = Awaited<ReturnType<typeof activityRecords>>[number]

const ASK_EVERY_MS = 1_000

/** Proxies close what says nothing for a minute, most of them. */
const REST_AT_MOST_MS = 15_000

/** Who reads on connects anew, and has to be let in anew. */
const END_AFTER_MS = 15 * 60_000

/**
 * Tells what happens as server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html), each under the id that
 * `Last-Event-ID` hands back. Where more comes within a second than `newest` lists, the rest is left out.
 *
 * @param newest What happened last, the newest first.
 * @param after What is known already; by default all that has happened.
 */
export async function* watchActivity(
  newest: () => Promise<Activity[]>,
  after: Position | undefined,
  signal: AbortSignal,
  log: FastifyBaseLogger,
): AsyncGenerator<string> {
  const endsAt = performance.now() + END_AFTER_MS
  let spokeAt = performance.now()
  let told = after === undefined ? await newest() : undefined
  yield ': here is what happens\n\n'
  while (!signal.aborted && performance.now() < endsAt) {
    const found = await newest().catch((error) => {
      log.warn({ err: error }, 'activity could not be read')
      return told ?? []
    })
    const news = told ? newSince(told, found) : found.filter((item) => isAfter(item, after))
    told = found
    for (const item of news.reverse()) {
      yield `id: ${item.id}\nevent: activity\ndata: ${JSON.stringify(item)}\n\n`
    }
    if (news.length > 0) spokeAt = performance.now()
    else if (performance.now() - spokeAt > REST_AT_MOST_MS) {
      spokeAt = performance.now()
      yield ': still here\n\n'
    }
    await wait(ASK_EVERY_MS, undefined, { signal }).catch(() => {})
  }
}

/**
 * What is in a list and was not before. A click comes in later than it was made, by a clock that may be
 * wrong, so it need not be the first; what is older than all that was there has only moved up.
 */
function newSince(before: Activity[], found: Activity[]): Activity[] {
  const known = new Set(before.map(({ id }) => id))
  const oldest = found.length > before.length ? undefined : positionOf(before.at(-1))
  return found.filter((item) => !known.has(item.id) && isAfter(item, oldest))
}

const positionOf = (item: Activity | undefined) => item && parsePosition(item.id)

function isAfter(item: Activity, other: Position | undefined): boolean {
  const position = positionOf(item)
  return position !== undefined && (other === undefined || orderOf(position, other) > 0)
}
