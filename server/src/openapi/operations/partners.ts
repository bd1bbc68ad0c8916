import type { Operations } from '../operation.js'
import { deprecated } from './deprecated.js'

const JOHN = { id: 'partner_123' }
const JANE = { id: 'partner_456' }

export const partners: Operations = {
  'GET /v1/partners': {
    summary: 'List partners',
    description: 'With an id, a key or an e-mail address it answers that one partner instead.',
    answer: { any: [{ list: 'PartnerRow' }, 'Partner'] },
    examples: [
      { title: 'List the newest partners', query: { limit: 2, page: 1, sort: 'desc' } },
      { title: 'Find one by e-mail address', query: { email: 'john.doe@example.com' } },
      { title: 'List those who wait to be approved', query: { status: 'pending' } },
    ],
  },
  'POST /v1/partners': {
    summary: 'Create a partner',
    description: 'Id and key are made up where they are not given, each after the other.',
    answer: 'Partner',
    examples: [
      {
        title: 'Create a partner with a link of a known key',
        body: {
          id: 'partner_789',
          key: 'ref_789',
          email: 'mia@example.com',
          name: 'Mia',
          surname: 'Doe',
          tags: ['premium'],
        },
      },
      { title: 'Create a partner by e-mail address', body: { email: 'kim@example.com' } },
    ],
  },
  'PUT /v1/partners': {
    summary: 'Update the partner that the body names',
    answer: 'Partner',
    examples: [{ title: 'Rename', body: { key: 'ref_123', update: { name: 'Johnny' } } }],
  },
  'DELETE /v1/partners': {
    summary: 'Delete the partner that is named',
    answer: 'done',
    examples: [{ title: 'Delete by key', query: { key: 'ref_456' } }],
  },
  'GET /v1/partners:search': {
    summary: 'Search partners',
    description: 'Parts of values match; several terms must all match.',
    answer: { list: 'PartnerRow' },
    examples: [{ title: 'Search by a part of the key', query: { key: 'ref_1' } }],
  },
  'POST /v1/partners:sign-in-url': {
    summary: 'Create an address that signs a partner in once',
    description: 'Of an active partner: others are refused, as the portal refuses them.',
    answer: 'SignInUrl',
    examples: [{ title: 'For two minutes', body: { key: 'ref_123', expires_in: 120 } }],
  },
  'GET /v1/partners/{id}': {
    summary: 'Get a partner',
    description: 'By id, by the key of any of the links, or by e-mail address.',
    answer: 'Partner',
    examples: [{ title: 'Get by id', path: JOHN }],
  },
  'PUT /v1/partners/{id}': {
    summary: 'Update a partner',
    description: 'Flat, or below `update`. What is left out stays.',
    answer: 'Partner',
    examples: [{ title: 'Tag and rename', path: JOHN, body: { name: 'Johnny', tags: ['gold'] } }],
  },
  'DELETE /v1/partners/{id}': {
    summary: 'Delete a partner for good',
    answer: 'done',
    examples: [{ title: 'Delete by id', path: JANE }],
  },
  'POST /v1/partners/{id}/archive': {
    summary: 'Archive a partner',
    answer: 'done',
    examples: [{ title: 'Archive', path: JOHN }],
  },
  'POST /v1/partners/{id}/revoke-archive': {
    summary: 'Take a partner out of the archive',
    answer: 'done',
    examples: [{ title: 'Restore', path: { id: 'archived_partner' } }],
  },
  'POST /v1/partners/{id}/approve': {
    summary: 'Approve a partner',
    answer: 'done',
    examples: [{ title: 'Approve', path: { id: 'pending_partner' } }],
  },
  'POST /v1/partners/{id}/reject': {
    summary: 'Reject a partner',
    answer: 'done',
    examples: [{ title: 'Reject', path: { id: 'pending_partner' } }],
  },
  'POST /v1/partners/{id}/reward': {
    summary: 'Reward a partner beside all sales',
    answer: 'Reward',
    examples: [{ title: 'Say thank you', path: JOHN, body: { amount: 12.5, note: 'Thank you' } }],
  },
  'GET /v1/partners/{id}/referral_links': {
    summary: "List a partner's referral links",
    answer: { list: 'ReferralLink' },
    examples: [{ title: 'List links', path: JOHN }],
  },
}

export const singular: Operations = {
  'GET /v1/partner': {
    summary: 'Get the partner that is named',
    answer: 'Partner',
    examples: [{ title: 'Get by key', query: { key: 'ref_123' } }],
  },
  'POST /v1/partner': {
    summary: 'Create a partner (older clients)',
    description: deprecated,
    answer: 'Partner',
    examples: [{ title: 'Create', body: { key: 'ref_789', email: 'mia@example.com' } }],
  },
  'PUT /v1/partner': {
    summary: 'Update a partner (older clients)',
    description: deprecated,
    answer: 'Partner',
    examples: [{ title: 'Rename', body: { key: 'ref_123', update: { name: 'Johnny' } } }],
  },
  'DELETE /v1/partner': {
    summary: 'Delete a partner (older clients)',
    description: deprecated,
    answer: 'done',
    examples: [{ title: 'Delete', query: { key: 'ref_456' } }],
  },
}

export const links: Operations = {
  'GET /v1/partner_referral_links': {
    summary: "List all partners' links",
    answer: { list: 'ReferralLink' },
    examples: [{ title: 'List links' }],
  },
  'GET /v1/partner_referral_links:domains': {
    summary: 'List the domains that links can lead to',
    answer: { list: 'LinkDomain' },
    examples: [{ title: 'List domains' }],
  },
  'GET /v1/partner_referral_links:search': {
    summary: "Search partners' links",
    answer: { list: 'ReferralLink' },
    examples: [{ title: 'Search by key', query: { key: 'ref_123' } }],
  },
  'POST /v1/partner_referral_links': {
    summary: 'Give a partner another link',
    answer: 'ReferralLink',
    status: 201,
    examples: [
      { title: 'Create a link', body: { key: 'ref_summer', partner: { id: 'partner_123' } } },
    ],
  },
  'GET /v1/partner_referral_links/{id}': {
    summary: "Get a partner's link",
    answer: 'ReferralLink',
    examples: [{ title: 'Get a link', path: { id: 'ref_123' } }],
  },
  'PUT /v1/partner_referral_links/{id}': {
    summary: "Update a partner's link",
    answer: 'ReferralLink',
    examples: [
      { title: 'Track directly', path: { id: 'ref_123' }, body: { direct_tracking: true } },
    ],
  },
  'DELETE /v1/partner_referral_links/{id}': {
    summary: "Delete a partner's link",
    answer: 'done',
    examples: [{ title: 'Delete a link', path: { id: 'ref_winter' } }],
  },
}
