import type { Operations } from '../operation.js'

const test: Operations = {
  'GET /v1/test': {
    summary: 'Test an API key',
    answer: 'Test',
    examples: [{ title: 'Which program does the key open?' }],
  },
}

export const programs = {
  Program: {
    ...test,
    'GET /v1/program': {
      summary: 'Get a program with its figures and settings',
      answer: { any: ['AffiliateProgram', 'FriendsProgram', 'NewsletterProgram'] },
      examples: [
        { title: 'Get an affiliate program' },
        { title: 'Get a refer-a-friend program', program: 'refer_a_friend' },
        { title: 'Get a newsletter program', program: 'newsletter' },
      ],
    },
    'PUT /v1/program': {
      summary: 'Update a program',
      answer: 'done',
      examples: [{ title: 'Rename a program', body: { name: 'Spring' } }],
    },
    'GET /v1/program/overview': {
      summary: 'Get the figures of a program',
      answer: { any: ['AffiliateOverview', 'FriendsOverview', 'NewsletterProgram'] },
      examples: [
        { title: 'Get the figures of an affiliate program' },
        { title: 'Get the figures of a refer-a-friend program', program: 'refer_a_friend' },
        { title: 'Get the figures of a newsletter program', program: 'newsletter' },
      ],
    },
  },
  Settings: {
    'GET /v1/settings': {
      summary: 'Get how a program tracks, credits and pays',
      answer: 'Settings',
      examples: [{ title: 'Get settings' }],
    },
    'PUT /v1/settings': {
      summary: 'Set how a program tracks, credits and pays',
      description: 'What is left out stays.',
      answer: 'Settings',
      examples: [
        { title: 'Refuse unknown partners', body: { settings: { strict_attribution: true } } },
      ],
    },
  },
  'API keys': {
    'GET /v1/api_keys': {
      summary: 'List API keys',
      answer: { list: 'ApiKey' },
      examples: [{ title: 'List the newest keys', query: { limit: 10 } }],
    },
    'POST /v1/api_keys': {
      summary: 'Create an API key',
      description:
        'The key itself is shown by this answer and never again. It can be given nothing that the key it is made with does not have: no other scope, and no longer life.',
      answer: 'NewApiKey',
      status: 201,
      examples: [
        {
          title: 'Create a key that may only read',
          body: { name: 'Reports', scopes: ['read'], expires_at: '2099-12-31T00:00:00Z' },
        },
      ],
    },
    'GET /v1/api_keys/{id}': {
      summary: 'Get an API key',
      answer: 'ApiKey',
      examples: [{ title: 'Get a key', path: { id: '0198b2f0-0000-7000-8000-000000000001' } }],
    },
    'DELETE /v1/api_keys/{id}': {
      summary: 'Revoke an API key',
      description: 'From then on it opens nothing.',
      answer: 'done',
      examples: [{ title: 'Revoke a key', path: { id: '0198b2f0-0000-7000-8000-000000000001' } }],
    },
  },
} satisfies Record<string, Operations>
