import { CopyButton } from '../../look/copy-button.js'
import { PageHead } from '../../look/page-head.js'
import { Failure, Loading } from '../../look/states.js'
import { useProgram } from '../program-context.js'
import { useData } from '../use-api.js'
import { ClickWatch } from './click-watch.js'

/** `GET /v1/install` */
export interface Installation {
  snippet: string
  settings_url: string
  first_click_at: string | null
  last_click_at: string | null
  clicks_last_hour: number
  refused: { origin: string; at: string; count: number }[]
}

const SIGN_UP = `po('customers', 'signup', {
  data: { key: 'user_42', email: 'ada@example.com', name: 'Ada' }
})`

/** How the script gets onto a site, and whether it works there. */
export function Install() {
  const { data, error, isPending, refetch } = useData<Installation>('/install', {
    refetchInterval: 2000,
  })
  return (
    <>
      <PageHead title="Install" />
      {isPending ? (
        <Loading lines={12} />
      ) : error ? (
        <Failure error={error} onRetry={() => refetch()} />
      ) : (
        <Steps installation={data} />
      )}
    </>
  )
}

const Steps = ({ installation }: { installation: Installation }) => {
  const { website } = useProgram()
  const { snippet } = installation
  return (
    <div class="stack">
      <ClickWatch installation={installation} />
      <section class="card stack">
        <div class="row apart">
          <h2>1. Paste this before &lt;/head&gt; on every page of {hostOf(website)}</h2>
          <CopyButton text={snippet} what="snippet" />
        </div>
        <pre class="code-block">{snippet}</pre>
      </section>
      <section class="card stack">
        <div class="row apart">
          <h2>2. Say who signed up, where it happens</h2>
          <CopyButton text={SIGN_UP} what="sign-up call" />
        </div>
        <pre class="code-block">{SIGN_UP}</pre>
        <p class="soft small">
          <code>po('integration', 'universal')</code> reads sign-up forms by itself instead; your
          back end can report sign-ups too.
        </p>
      </section>
      <section class="card stack">
        <h2>3. Report sales from your back end</h2>
        <p>
          By <code>POST /v1/transactions</code> with an API key, or by the webhooks of Stripe,
          Paddle or Chargebee. <a href="/docs">The API, to read and try</a>
        </p>
      </section>
    </div>
  )
}

const hostOf = (website: string): string =>
  URL.canParse(website) ? new URL(website).host : website
