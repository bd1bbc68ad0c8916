import { LRUCache } from 'lru-cache'
import { RATE_WINDOW_MS } from '../../domain/time/rate-window-ms.js'

/** How many senders are counted at once; the ones that were quiet the longest are forgotten first. */
const MOST_COUNTED = 10_000

/** Who has used this share of a limit here may have used it up elsewhere, on ten nodes at the most. */
const WORTH_TELLING = 0.1

interface Count {
  /** Requests of the sender's minute that came to this node. */
  own: number
  /** Those of them that other nodes have not been told of. */
  untold: number
  /** Requests to all nodes, as it was heard last. */
  all: number
}

/** Counts the requests of senders, each within a minute that begins with the first of them. */
export interface RateCounter {
  /** Counts a request. `used` says how many there were, as far as is known here. */
  count(sender: string): { used: number; endsInMs: number }
  /** Of how many requests other nodes should be told. */
  news(): { sender: string; count: number }[]
  /** What all nodes have counted of a sender, after they were told of so many here. */
  hear(sender: string, told: number, all: number): void
}

/**
 * Time is measured by a clock that only goes forward.
 *
 * @param perMinute The limit: others are told only of who is not far from it.
 */
export function rateCounter(perMinute: number): RateCounter {
  // It takes its room, a third of a megabyte, at once, and most limits see nobody for days.
  let counts: LRUCache<string, Count> | undefined
  const busy = new Set<string>()

  return {
    count(sender) {
      counts ??= new LRUCache({ max: MOST_COUNTED, ttl: RATE_WINDOW_MS, noUpdateTTL: true })
      const count = counts.get(sender) ?? { own: 0, untold: 0, all: 0 }
      count.own += 1
      count.untold += 1
      counts.set(sender, count)
      if (count.own >= perMinute * WORTH_TELLING) busy.add(sender)
      const used = Math.max(count.own, count.all + count.untold)
      return { used, endsInMs: counts.getRemainingTTL(sender) }
    },
    news() {
      const news = [...busy].map((sender) => ({ sender, count: counts?.peek(sender)?.untold ?? 0 }))
      busy.clear()
      return news.filter(({ count }) => count > 0)
    },
    hear(sender, told, all) {
      const count = counts?.peek(sender)
      if (!count) return
      count.untold -= told
      count.all = all
    },
  }
}
