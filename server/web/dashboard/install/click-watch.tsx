import { Link } from 'wouter-preact'
import { formatAgo } from '../../lib/format-time.js'
import { useProgram } from '../program-context.js'
import { referrersPath } from '../referrers-path.js'
import { useData } from '../use-api.js'
import type { Installation } from './install.js'

/** What the server has heard of the script so far, and what kept it from hearing more. */
export function ClickWatch({ installation }: { installation: Installation }) {
  const { first_click_at, last_click_at, clicks_last_hour, refused } = installation
  return (
    <section class="card stack" aria-live="polite">
      {first_click_at && last_click_at ? (
        <p class="note good">
          It works: the last click came {formatAgo(last_click_at, Date.now())},{' '}
          {clicks_last_hour.toLocaleString()} in the last hour.
        </p>
      ) : (
        <>
          <p class="row">
            <span class="pulse" /> Waiting for the first click …
          </p>
          <TryLink />
        </>
      )}
      {refused.map(({ origin, at, count }) => (
        <p key={origin} class="note warn">
          {origin || 'A page without an address'} sent {count.toLocaleString()}{' '}
          {count === 1 ? 'event' : 'events'}, the last {formatAgo(at, Date.now())}, and is none of
          the program’s websites. If it is yours, add it to{' '}
          <Link href="/settings">the websites in the settings</Link>.
        </p>
      ))}
    </section>
  )
}

/** A link to click, where there is somebody who has one. */
function TryLink() {
  const program = useProgram()
  const { type } = program
  const { data } = useData<{ referral_link?: string; share_link?: string }[]>(
    `${referrersPath(program)}?limit=1`,
  )
  const link = data?.[0]?.referral_link ?? data?.[0]?.share_link
  return link ? (
    <p>
      Once the snippet is on the page, open this link: <a href={link}>{link}</a>. Nothing happens?
      Look at the page’s console: the script says there what it cannot do.
    </p>
  ) : (
    <p>
      Once the snippet is on the page, open it by a partner’s link.{' '}
      {type === 'affiliate' && <Link href="/partners">Add a partner first</Link>}
    </p>
  )
}
