import type { Operations } from '../operation.js'

const SALE = { key: 'transaction_123' }
const friends = 'refer_a_friend'
const recorded = {
  any: ['Transaction' as const, { rows: 'Transaction' as const }, 'nothing' as const],
}

export const transactions = {
  Transactions: {
    'GET /v1/transactions': {
      summary: 'List transactions',
      answer: { list: 'Transaction' },
      examples: [
        { title: "List a partner's sales", query: { partner_key: 'ref_123', limit: 10 } },
        { title: 'Find by key', query: { key: 'transaction_123' } },
        { title: 'List what was refunded', query: { state: 'refunded' } },
      ],
    },
    'POST /v1/transactions': {
      summary: 'Record a sale, or several',
      description:
        'Safe to send again: a key that stands for the same sale is answered with it and pays nothing, one that stands for another sale is refused. A sale of a customer who is not known is not recorded, and the answer has the status 0.',
      answer: recorded,
      examples: [
        {
          title: 'Record a sale',
          body: {
            customer: { key: 'customer_123' },
            key: 'transaction_789',
            amount: 99.99,
            amount_units: 'USD',
            action: 'sale',
            product_id: 'prod_123',
            product_type: 'monthly',
          },
        },
        {
          title: 'Record several sales, all or none',
          body: {
            customer: { key: 'customer_123' },
            transactions: [
              { key: 'order_1', amount: 10, action: 'sale' },
              { key: 'order_2', amount: '20.50', action: 'sale' },
            ],
          },
        },
        {
          title: 'Record the customer with the sale',
          body: {
            customer: { key: 'customer_789', name: 'Cleo', partner: { key: 'ref_123' } },
            options: { create_customer: true },
            key: 'transaction_790',
            amount: 20,
          },
        },
        {
          title: 'Send a sale of nobody',
          body: { customer: { key: 'not-there' }, key: 'transaction_791', amount: 20 },
        },
        {
          title: 'Record a sale of a referred friend',
          program: friends,
          body: { customer: { id: 'customer_457' }, key: 'transaction_792', amount: 20 },
        },
      ],
    },
    'DELETE /v1/transactions': {
      summary: 'Delete the sale that is named',
      answer: 'done',
      examples: [{ title: 'Refund', query: SALE }],
    },
    'GET /v1/transactions/{key}': {
      summary: 'Get a sale with what it earned',
      answer: 'Transaction',
      examples: [
        { title: 'Get a sale', path: SALE },
        { title: 'Get a sale, deleted or not', path: SALE, query: { state: 'all' } },
        { title: 'Get a sale among friends', program: friends, path: SALE },
      ],
    },
    'DELETE /v1/transactions/{key}': {
      summary: 'Delete a sale',
      description: 'Takes back what it earned.',
      answer: 'done',
      examples: [{ title: 'Refund', path: SALE }],
    },
    'POST /v1/transactions/{key}/archive': {
      summary: 'Archive a sale',
      description: 'Takes back what it earned, until it is restored.',
      answer: 'done',
      examples: [{ title: 'Archive', path: SALE }],
    },
    'POST /v1/transactions/{key}/revoke-archive': {
      summary: 'Take a sale out of the archive',
      answer: 'done',
      examples: [{ title: 'Restore', path: { key: 'archived_transaction' } }],
    },
  },
  Rewards: {
    'GET /v1/rewards': {
      summary: 'List rewards',
      description:
        'What was earned by sales, the newest first, by whoever earned it, by sale, buyer or state. In a newsletter program: what subscribers get for referring others, with no filters.',
      answer: { list: ['Reward', 'NewsletterReward'] },
      examples: [
        {
          title: 'What a partner is to be paid',
          query: { partner_key: 'ref_123', state: 'approved' },
        },
        { title: 'What a sale earned', query: { key: 'transaction_123' } },
        { title: 'What friends earned', program: friends },
        { title: 'What subscribers can earn', program: 'newsletter' },
      ],
    },
  },
} satisfies Record<string, Operations>
