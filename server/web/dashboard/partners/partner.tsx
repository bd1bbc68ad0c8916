import { formatSums, type Money } from '../../lib/format-money.js'
import { formatNumber } from '../../lib/format-number.js'
import { PageHead } from '../../look/page-head.js'
import { Loaded } from '../parts/loaded.js'
import { StatusBadge } from '../parts/status-badge.js'
import { Time } from '../parts/time.js'
import { nameOf, type Partner } from '../records.js'
import { CommissionRules } from './commission-rules.js'
import { PartnerActions } from './partner-actions.js'
import { PartnerLinks } from './partner-links.js'
import { PartnerSales } from './partner-sales.js'

/** One partner: what came of the links, what is owed, and what they may earn. */
export function PartnerPage({ id }: { id: string }) {
  return (
    <Loaded<Partner>
      path={`/partners/${encodeURIComponent(id)}`}
      lines={12}
      title="Partner"
      list={{ path: '/partners', name: 'All partners' }}
    >
      {(partner) => (
        <>
          <PageHead title={nameOf(partner)}>
            <StatusBadge status={partner.status} />
            <PartnerActions partner={partner} />
          </PageHead>
          <div class="stack">
            <dl class="figures">
              <Figure name="Clicks" value={formatNumber(partner.referrals.clicks)} />
              <Figure name="Sign-ups" value={formatNumber(partner.referrals.signups)} />
              <Figure name="Sales" value={formatNumber(partner.referrals.sales_count)} />
              <Figure name="Revenue" value={sums(partner.referrals.revenue)} />
              <Figure name="To be paid" value={sums(partner.commissions.not_paid)} />
              <Figure name="On hold" value={sums(partner.commissions.pending)} />
              <Figure name="Paid" value={sums(partner.commissions.paid)} />
            </dl>
            <div class="cards">
              <section class="card">
                <h2>About</h2>
                <dl class="facts">
                  <dt>E-mail</dt>
                  <dd>{partner.email}</dd>
                  <dt>Id</dt>
                  <dd>
                    <code>{partner.id}</code>
                  </dd>
                  <dt>Since</dt>
                  <dd>
                    <Time at={partner.created_at} />
                  </dd>
                </dl>
              </section>
              <PartnerLinks partner={partner} />
            </div>
            <CommissionRules partner={partner} />
            <PartnerSales partner={partner} />
          </div>
        </>
      )}
    </Loaded>
  )
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div class="figure">
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const sums = (all: { currency: string; amount: number }[]): string =>
  formatSums(all.map(({ currency, amount }): Money => ({ units: currency, amount })))
