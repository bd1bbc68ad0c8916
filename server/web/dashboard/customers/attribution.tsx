import { Link } from 'wouter-preact'
import { formatTime } from '../../lib/format-time.js'
import { Loaded } from '../parts/loaded.js'
import { type Customer, nameOf } from '../records.js'

interface Click {
  id: string
  at: string
  key: string
  url: string
  referrer: string
}

/** `GET /v1/customers/{id}/attribution` */
interface Evidence {
  partner: { id: string; key: string; name: string | null; email: string | null } | null
  rule: keyof typeof RULES | null
  credited_at: string | null
  click: Click | null
  clicks: Click[]
  flags: string[]
}

const RULES = {
  last_click: 'The last link that they came by counts.',
  first_click: 'The first link that they came by counts.',
  referral_url: 'The sign-up came with the address of a link.',
  named: 'The back end named who sent them.',
}

/** Why somebody is credited with a customer: the rule, and the clicks that it was applied to. */
export const Attribution = ({ customer }: { customer: Customer }) => (
  <section class="card">
    <h2>Who sent them</h2>
    <Loaded<Evidence> path={`/customers/${encodeURIComponent(customer.key)}/attribution`}>
      {({ partner, credited_at, rule, click, clicks }) =>
        partner ? (
          <div class="stack">
            <dl class="facts">
              <dt>Credited</dt>
              <dd>
                <Link href={`/partners/${encodeURIComponent(partner.id)}`}>{nameOf(partner)}</Link>
              </dd>
              {credited_at && (
                <>
                  <dt>Since</dt>
                  <dd>{formatTime(credited_at)}</dd>
                </>
              )}
              {rule && (
                <>
                  <dt>Because</dt>
                  <dd>{RULES[rule]}</dd>
                </>
              )}
            </dl>
            {clicks.length > 0 && (
              <ol class="plain trail">
                {clicks.map(({ id, at, url, referrer, key }) => (
                  <li key={id} aria-current={id === click?.id ? 'step' : undefined}>
                    <time dateTime={at} class="small soft">
                      {formatTime(at)}
                    </time>
                    <p class="break">
                      <code>{key}</code> led to {url}
                    </p>
                    {referrer && <p class="small soft break">from {referrer}</p>}
                  </li>
                ))}
              </ol>
            )}
          </div>
        ) : (
          <p class="soft">Nobody: no link led to this sign-up, as far as is known.</p>
        )
      }
    </Loaded>
  </section>
)
