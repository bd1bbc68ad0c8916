import type { Operations } from '../operation.js'

const PAYOUT = { id: 1 }

export const payouts: Operations = {
  'GET /v1/payout_requests': {
    summary: 'List payout requests',
    answer: { list: 'PayoutRequest' },
    examples: [{ title: 'List requests' }],
  },
  'GET /v1/payout_requests:search': {
    summary: 'Search payout requests',
    answer: { list: 'PayoutRequest' },
    examples: [
      {
        title: 'Open requests of a partner',
        query: { partner_key: 'ref_123', status: 'requested' },
      },
    ],
  },
  'POST /v1/payout_requests': {
    summary: 'Request a payout',
    description: 'Of all that is unpaid in that currency.',
    answer: 'PayoutRequest',
    examples: [
      {
        title: 'Request a payout by PayPal',
        body: {
          partner: { key: 'ref_paid' },
          amount_units: 'USD',
          gateway: 'paypal',
          payout_settings: { username: 'paid', address: 'paid@example.com', name: 'Pat Paid' },
        },
      },
    ],
  },
  'GET /v1/payout_requests/{id}': {
    summary: 'Get a payout request',
    answer: 'PayoutRequest',
    examples: [{ title: 'Get a request', path: PAYOUT }],
  },
  'POST /v1/payout_requests/{id}/approve': {
    summary: 'Approve a payout request',
    answer: 'PayoutRequest',
    examples: [{ title: 'Approve a request', path: PAYOUT }],
  },
  'POST /v1/payout_requests/{id}/reject': {
    summary: 'Reject a payout request',
    answer: 'PayoutRequest',
    examples: [{ title: 'Reject a request', path: PAYOUT }],
  },
  'POST /v1/payout_requests/{id}/mark_as_paid': {
    summary: 'Mark an approved payout request as paid',
    answer: 'PayoutRequest',
    examples: [{ title: 'Mark as paid', path: { id: 2 } }],
  },
}
