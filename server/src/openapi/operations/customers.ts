import type { Operations } from '../operation.js'

const CUSTOMER = { id: 'customer_123' }
const FRIEND = { id: 'customer_456' }
const friends = 'refer_a_friend'
const deprecated = 'Kept for older clients.'
const created = { any: ['Customer' as const, 'Friend' as const, 'nothing' as const] }
const one = { any: ['Customer' as const, 'Friend' as const] }

const both: Operations = {
  'GET /v1/customers': {
    summary: 'List customers',
    answer: { list: ['Customer', 'FriendRow'] },
    examples: [
      { title: "List a partner's customers", query: { partner_key: 'ref_123' } },
      { title: 'List who was referred', program: friends, query: { refer_status: 'referred' } },
    ],
  },
  'POST /v1/customers': {
    summary: 'Record a customer',
    description:
      'Safe to send for every sign-up, and again: who is there already is answered as they stand, with whoever was credited first. In an affiliate program, a customer whose partner is missing or unknown is not recorded, and the answer has the status 0; where the program is set to `strict_attribution` that is an error.',
    answer: created,
    examples: [
      {
        title: "Record a partner's customer",
        body: {
          key: 'customer_789',
          email: 'cleo@example.com',
          name: 'Cleo',
          partner: { key: 'ref_123' },
        },
      },
      {
        title: 'Send a customer who came by nobody',
        body: { key: 'customer_790', partner: { key: 'not-there' } },
      },
      {
        title: 'Record a potential referrer',
        program: friends,
        body: { id: 'customer_789', key: 'ref_789', email: 'cleo@example.com', name: 'Cleo' },
      },
      {
        title: 'Record a referred customer',
        program: friends,
        body: { id: 'customer_790', referring_customer: { key: 'ref_456' } },
      },
    ],
  },
  'GET /v1/customers/{id}/attribution': {
    summary: 'Get why somebody has the credit for a customer',
    description:
      "Who, since when and by which rule: the program's own for a click that the browser remembered, `referral_url` for a link and `named` for a name that a back end sent. With the click that gave the credit, and all clicks of the same visitor before it that are among the newest 20,000 of the program then, the oldest first.",
    answer: 'Attribution',
    examples: [
      { title: 'See who has the credit for a customer', path: CUSTOMER },
      {
        title: 'See who has the credit for a friend',
        program: friends,
        path: { id: 'customer_457' },
      },
    ],
  },
  'PUT /v1/customers': {
    summary: 'Update the customer that the body names',
    answer: one,
    examples: [
      { title: 'Change the key', body: { key: 'customer_123', update: { key: 'customer_124' } } },
      {
        title: 'Rename a friend',
        program: friends,
        body: { id: 'customer_456', update: { name: 'Robert' } },
      },
    ],
  },
  'DELETE /v1/customers': {
    summary: 'Delete the customer that is named',
    answer: 'done',
    examples: [{ title: 'Delete by key', query: { key: 'customer_123' } }],
  },
  'GET /v1/customers:search': {
    summary: 'Search customers',
    answer: { list: ['Customer', 'FriendRow'] },
    examples: [
      { title: 'Search by e-mail address', query: { email: 'alice@example.com' } },
      { title: 'Search friends', program: friends, query: { id: 'customer_456' } },
    ],
  },
  'GET /v1/customers/{id}': {
    summary: 'Get a customer',
    description: 'By id, key or e-mail address.',
    answer: one,
    examples: [
      { title: 'Get a customer', path: CUSTOMER },
      { title: 'Get a friend with the referral link', program: friends, path: FRIEND },
    ],
  },
  'PUT /v1/customers/{id}': {
    summary: 'Update a customer',
    answer: one,
    examples: [{ title: 'Rename', path: CUSTOMER, body: { name: 'Alicia' } }],
  },
  'DELETE /v1/customers/{id}': {
    summary: 'Delete a customer for good',
    answer: 'done',
    examples: [{ title: 'Delete', path: CUSTOMER }],
  },
  'POST /v1/customers/{id}/archive': {
    summary: 'Archive a customer',
    answer: 'done',
    examples: [{ title: 'Archive', path: CUSTOMER }],
  },
  'POST /v1/customers/{id}/revoke-archive': {
    summary: 'Take a customer out of the archive',
    answer: 'done',
    examples: [{ title: 'Restore', path: { id: 'archived_customer' } }],
  },
  'GET /v1/customers/{id}/transactions': {
    summary: "List a customer's transactions",
    answer: { list: 'Transaction' },
    examples: [{ title: 'List transactions', path: CUSTOMER }],
  },
  'GET /v1/customer': {
    summary: 'Get the customer that is named (older clients)',
    description: deprecated,
    answer: one,
    examples: [{ title: 'Get', query: { key: 'customer_123' } }],
  },
  'POST /v1/customer': {
    summary: 'Record a customer (older clients)',
    description: deprecated,
    answer: created,
    examples: [
      {
        title: 'Record',
        body: { customer: { key: 'customer_789', name: 'Cleo' }, partner: { key: 'ref_123' } },
      },
    ],
  },
  'PUT /v1/customer': {
    summary: 'Update a customer (older clients)',
    description: deprecated,
    answer: one,
    examples: [{ title: 'Rename', body: { key: 'customer_123', update: { name: 'Alicia' } } }],
  },
  'DELETE /v1/customer': {
    summary: 'Delete a customer (older clients)',
    description: deprecated,
    answer: 'done',
    examples: [{ title: 'Delete', query: { key: 'customer_123' } }],
  },
}

const referrers: Operations = {
  'POST /v1/customers:invite': {
    summary: 'Invite a customer to refer others',
    description:
      'Records the customer and sends them their link by mail. Where the server was not told how to send mail, none goes out, and `is_mail_sent` is false.',
    answer: 'Invitation',
    examples: [
      {
        title: 'Invite',
        program: friends,
        body: { email: 'dana@example.com', name: 'Dana', personalization: { plan: 'gold' } },
      },
    ],
  },
  'GET /v1/customers/{id}/referrals': {
    summary: 'List whom a customer referred',
    answer: { list: 'FriendRow' },
    examples: [{ title: 'List referrals', program: friends, path: FRIEND }],
  },
  'GET /v1/customers/{id}/stats': {
    summary: "Get what came of a customer's link",
    answer: 'FriendStats',
    examples: [{ title: 'Get figures', program: friends, path: FRIEND }],
  },
  'GET /v1/customers/{id}/balance': {
    summary: "Get a customer's balance",
    answer: 'Balance',
    examples: [{ title: 'Get the balance', program: friends, path: FRIEND }],
  },
  'POST /v1/customers/{id}/balance/credit': {
    summary: "Put something on a customer's balance",
    answer: 'Balance',
    examples: [
      {
        title: 'Credit money',
        program: friends,
        path: FRIEND,
        body: { amount: 3, amount_units: 'USD', is_currency: true },
      },
      {
        title: 'Credit points',
        program: friends,
        path: FRIEND,
        body: { amount: 50, amount_units: 'points', is_currency: false },
      },
    ],
  },
  'POST /v1/customers/{id}/widget_token': {
    summary: 'Make a token for the widget of a customer',
    description:
      'What `<pollen-referrals>` reads with, in the browser of this one customer. Valid for an hour, or for `expires_in` seconds, a day at most; and only as long as the customer is neither archived nor deleted.',
    answer: 'WidgetToken',
    examples: [
      { title: 'Make a token', program: friends, path: FRIEND },
      {
        title: 'Make a token for a minute',
        program: friends,
        path: FRIEND,
        body: { expires_in: 60 },
      },
    ],
  },
  'GET /v1/customers/{id}/referral_links': {
    summary: "List a customer's referral links",
    answer: { list: 'ReferralLink' },
    examples: [{ title: 'List links', program: friends, path: FRIEND }],
  },
  'GET /v1/customer_referral_links': {
    summary: "List all customers' links",
    answer: { list: 'ReferralLink' },
    examples: [{ title: 'List links', program: friends }],
  },
  'GET /v1/customer_referral_links:domains': {
    summary: 'List the domains that links can lead to',
    answer: { list: 'LinkDomain' },
    examples: [{ title: 'List domains', program: friends }],
  },
  'GET /v1/customer_referral_links:search': {
    summary: "Search customers' links",
    answer: { list: 'ReferralLink' },
    examples: [{ title: 'Search by key', program: friends, query: { key: 'ref_456' } }],
  },
  'POST /v1/customer_referral_links': {
    summary: 'Give a customer another link',
    answer: 'ReferralLink',
    status: 201,
    examples: [
      {
        title: 'Create a link',
        program: friends,
        body: { key: 'ref_summer', customer: { id: 'customer_456' } },
      },
    ],
  },
  'GET /v1/customer_referral_links/{id}': {
    summary: "Get a customer's link",
    answer: 'ReferralLink',
    examples: [{ title: 'Get a link', program: friends, path: { id: 'ref_456' } }],
  },
  'PUT /v1/customer_referral_links/{id}': {
    summary: "Update a customer's link",
    answer: 'ReferralLink',
    examples: [
      {
        title: 'Track directly',
        program: friends,
        path: { id: 'ref_456' },
        body: { direct_tracking: true },
      },
    ],
  },
  'DELETE /v1/customer_referral_links/{id}': {
    summary: "Delete a customer's link",
    answer: 'done',
    examples: [{ title: 'Delete a link', program: friends, path: { id: 'ref_winter' } }],
  },
}

export const customers = {
  Customers: both,
  'Customers who refer others': referrers,
} satisfies Record<string, Operations>
