export type {
  Credit,
  Customer,
  CustomerBalance,
  CustomerSearch,
  CustomerStats,
  CustomersQuery,
  NewCustomer,
} from './client/customer.js'
export type { PageQuery } from './client/page-query.js'
export type { NewPartner, Partner, PartnerDetails, PartnerSearch } from './client/partner.js'
export type { ProgramOverview, ProgramTest } from './client/program.js'
export type { Reference } from './client/reference.js'
export type {
  NewTransaction,
  NewTransactions,
  Reward,
  Sale,
  Transaction,
  TransactionsQuery,
} from './client/transaction.js'
export { type Client, type ClientOptions, createClient } from './create-client.js'
export {
  createFirstParty,
  type FirstParty,
  type FirstPartyOptions,
  type Visitor,
} from './create-first-party.js'
export { paymentMetadata } from './payment-metadata.js'
export { PollenError } from './pollen-error.js'
export { type Referral, referral } from './referral.js'
export { type NodeListenerOptions, type NodeResponse, toNodeListener } from './to-node-listener.js'
export { type NodeRequest, toRequest } from './to-request.js'
export { type VerifyWebhookOptions, verifyWebhook, type WebhookEvent } from './verify-webhook.js'
export { WebhookError, type WebhookErrorReason } from './webhook-error.js'
