import { Link, Route, Switch } from 'wouter-preact'
import { PageHead } from '../look/page-head.js'
import { ApiKeys } from './api-keys/api-keys.js'
import { Coupons } from './coupons/coupons.js'
import { CustomerPage } from './customers/customer.js'
import { Customers } from './customers/customers.js'
import { Install } from './install/install.js'
import { Leads } from './leads/leads.js'
import { PartnerPage } from './partners/partner.js'
import { Partners } from './partners/partners.js'
import { Payouts } from './payouts/payouts.js'
import { NewsletterRewardPage } from './rewards/newsletter-reward.js'
import { Rewards } from './rewards/rewards.js'
import { Settings } from './settings/settings.js'
import { Subscribers } from './subscribers/subscribers.js'
import { TransactionPage } from './transactions/transaction.js'
import { Transactions } from './transactions/transactions.js'
import { WebhookPage } from './webhooks/webhook.js'
import { Webhooks } from './webhooks/webhooks.js'

/** All pages but the first. */
export const Pages = () => (
  <Switch>
    <Route path="/partners" component={Partners} />
    <Route path="/partners/:id">{({ id }) => <PartnerPage id={id} />}</Route>
    <Route path="/customers" component={Customers} />
    <Route path="/customers/:id">{({ id }) => <CustomerPage id={id} />}</Route>
    <Route path="/transactions" component={Transactions} />
    <Route path="/transactions/:id">{({ id }) => <TransactionPage id={id} />}</Route>
    <Route path="/rewards" component={Rewards} />
    <Route path="/rewards/:id">{({ id }) => <NewsletterRewardPage id={id} />}</Route>
    <Route path="/payouts" component={Payouts} />
    <Route path="/leads" component={Leads} />
    <Route path="/subscribers" component={Subscribers} />
    <Route path="/coupons" component={Coupons} />
    <Route path="/install" component={Install} />
    <Route path="/webhooks" component={Webhooks} />
    <Route path="/webhooks/:id">{({ id }) => <WebhookPage id={id} />}</Route>
    <Route path="/api-keys" component={ApiKeys} />
    <Route path="/settings" component={Settings} />
    <Route>
      <PageHead title="There is no such page" />
      <Link href="/" class="button">
        Overview
      </Link>
    </Route>
  </Switch>
)
