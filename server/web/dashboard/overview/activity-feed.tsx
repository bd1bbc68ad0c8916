import {
  Banknote,
  type LucideIcon,
  MousePointerClick,
  ShoppingBag,
  Undo2,
  UserPlus,
  Wallet,
} from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { formatMoney } from '../../lib/format-money.js'
import { formatAgo } from '../../lib/format-time.js'
import { Loading } from '../../look/states.js'
import type { ActivityItem } from './reports.js'
import { useActivity } from './use-activity.js'

const LOOKS: Record<ActivityItem['type'], { icon: LucideIcon; words: string }> = {
  click: { icon: MousePointerClick, words: 'Click' },
  signup: { icon: UserPlus, words: 'Sign-up' },
  sale: { icon: ShoppingBag, words: 'Sale' },
  refund: { icon: Undo2, words: 'Refund' },
  reward: { icon: Wallet, words: 'Commission' },
  payout_request: { icon: Banknote, words: 'Payout request' },
}

const WORDS = {
  connecting: 'Connecting …',
  live: 'Live',
  lost: 'No connection: trying again …',
}

/** What happens, as it happens. */
export function ActivityFeed() {
  const { items, state } = useActivity()
  const now = useNow()
  return (
    <section class="card feed" aria-label="What happens now">
      <div class="row apart">
        <h2>What happens now</h2>
        <span class="row small soft">
          <span class={state === 'live' ? 'pulse' : 'pulse off'} />
          {WORDS[state]}
        </span>
      </div>
      {items === undefined ? (
        state !== 'lost' && <Loading lines={8} />
      ) : items.length === 0 ? (
        <p class="soft">Nothing has happened yet. It will appear here by itself.</p>
      ) : (
        <ol class="plain" aria-live="polite">
          {items.map((item) => (
            <Item key={item.id} item={item} now={now} />
          ))}
        </ol>
      )}
    </section>
  )
}

const Item = ({ item, now }: { item: ActivityItem; now: number }) => {
  const { icon: Icon, words } = LOOKS[item.type]
  const { partner, customer, amount, url } = item
  return (
    <li class="feed-item">
      <span class={`feed-icon ${item.type}`}>
        <Icon size={15} aria-hidden />
      </span>
      <div class="grow">
        <p class="break">
          <strong>{words}</strong>
          {amount && ` of ${formatMoney(amount)}`}
          {customer && ` by ${customer.name || customer.email || customer.id}`}
          {partner && ` through ${partner.name || partner.id}`}
        </p>
        {url && <p class="small soft break">{url}</p>}
      </div>
      <time class="small soft nowrap" dateTime={item.at}>
        {formatAgo(item.at, now)}
      </time>
    </li>
  )
}

/** Milliseconds since the epoch, good to half a minute. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
