/**
 * Every way in which a request can fail: what the client reads, and the HTTP status it comes with.
 *
 * The two with status 200 are not failures to the clients that people have: they tell a back end that
 * nothing was recorded, in an answer that does not make it retry or stop (`status` is 0).
 */
export const catalogue = {
  invalid: [422, 'The given data was invalid.'],
  taken: [422, 'This id, key or e-mail address belongs to another record already.'],
  partner_unknown: [200, 'There is no such partner, so nothing was recorded.'],
  customer_unknown: [200, 'There is no such customer, so nothing was recorded.'],

  partner_invalid: [400, 'There is no such partner.'],
  action_failed: [400, 'The action failed: it does not fit what the record is now.'],
  malformed_json: [400, 'The body is not valid JSON.'],
  malformed_request: [400, 'The request cannot be read.'],
  api_key_missing: [401, 'Send the API key of your program as "Authorization: Bearer <key>".'],
  api_key_wrong: [401, 'This API key opens no program.'],
  signature_wrong: [401, 'The signature is not that of the connected provider.'],
  api_key_expired: [401, 'This API key has expired; make another.'],
  scope_too_small: [403, 'This API key may not do that; make one with the scope it takes.'],
  origin_refused: [403, 'Events of this program come from its own pages only.'],
  not_found: [404, 'There is no such address.'],
  program_not_found: [404, 'There is no program with this id.'],
  affiliate_only: [404, 'Only affiliate programs have partners; this API key opens another kind.'],
  not_newsletter: [404, 'A newsletter program has subscribers and rewards instead.'],
  newsletter_only: [404, 'Only newsletter programs have subscribers; this key opens another kind.'],
  friends_only: [404, 'Customers of an affiliate program do not refer others, so they have none.'],
  lead_sealed: [400, 'This lead was converted or rejected before.'],
  leads_disabled: [403, 'This program takes no leads.'],
  partner_not_found: [404, 'There is no such partner.'],
  customer_not_found: [404, 'There is no such customer.'],
  commission_rule_not_found: [404, 'There is no such commission rule.'],
  referral_link_not_found: [404, 'There is no such referral link.'],
  payout_request_not_found: [404, 'There is no such payout request.'],
  transaction_not_found: [404, 'There is no such transaction.'],
  lead_not_found: [404, 'There is no such lead.'],
  coupon_not_found: [404, 'There is no such coupon.'],
  promotion_code_not_found: [404, 'There is no such promotion code.'],
  subscriber_not_found: [404, 'There is no such subscriber.'],
  reward_not_found: [404, 'There is no such reward.'],
  webhook_not_found: [404, 'There is no such webhook.'],
  delivery_not_found: [404, 'There is no such message to this webhook.'],
  provider_not_connected: [404, 'This payment provider is not connected to the program.'],
  api_key_not_found: [404, 'There is no such API key.'],
  webhook_inactive: [409, 'This webhook is switched off: set is_active to true first.'],
  body_too_large: [413, 'The body is too large.'],
  not_json: [415, 'Send JSON, with "Content-Type: application/json".'],
  too_many_requests: [429, 'Too many requests; try again later.'],
  headers_too_large: [431, 'The headers are too large.'],
  internal: [500, 'Something went wrong on our side; it has been logged.'],
  busy: [503, 'The same record is being changed by another request; try again.'],
  overloaded: [503, 'There is more to do than can be done at once; try again in a moment.'],
  unavailable: [503, 'The database cannot be used at the moment; try again soon.'],
  stopping: [503, 'This server is being stopped; try again in a moment.'],
} as const satisfies Record<string, readonly [status: number, message: string]>

export type ErrorCode = keyof typeof catalogue
