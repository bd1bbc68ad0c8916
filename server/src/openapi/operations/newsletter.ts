import type { Operations } from '../operation.js'

const program = 'newsletter'
const ANN = { id: 'subscriber_123' }

export const newsletter = {
  Subscribers: {
    'GET /v1/subscribers': {
      summary: 'List subscribers',
      description: 'With an id or an e-mail address it answers that one subscriber instead.',
      answer: { any: [{ list: 'Subscriber' }, 'Subscriber'] },
      examples: [
        { title: 'List who was referred', program, query: { refer_status: 'referred' } },
        { title: 'Find one', program, query: { email: 'ann@example.com' } },
      ],
    },
    'POST /v1/subscribers': {
      summary: 'Record a subscriber',
      answer: 'Subscriber',
      examples: [
        {
          title: 'Record a referred subscriber',
          program,
          body: {
            id: 'subscriber_789',
            email: 'cleo@example.com',
            name: 'Cleo',
            referral: { id: 'subscriber_123' },
          },
        },
      ],
    },
    'PUT /v1/subscribers': {
      summary: 'Update the subscriber that the body names',
      answer: 'Subscriber',
      examples: [
        { title: 'Rename', program, body: { id: 'subscriber_123', update: { name: 'Anna' } } },
      ],
    },
    'DELETE /v1/subscribers': {
      summary: 'Delete the subscriber that is named',
      answer: 'done',
      examples: [{ title: 'Delete', program, query: { email: 'ann@example.com' } }],
    },
    'GET /v1/subscribers:search': {
      summary: 'Search subscribers',
      answer: { list: 'Subscriber' },
      examples: [{ title: 'Search', program, query: { email: 'ann@example.com' } }],
    },
    'GET /v1/subscribers/{id}': {
      summary: 'Get a subscriber',
      answer: 'Subscriber',
      examples: [{ title: 'Get', program, path: ANN }],
    },
    'PUT /v1/subscribers/{id}': {
      summary: 'Update a subscriber',
      answer: 'Subscriber',
      examples: [{ title: 'Suspend', program, path: ANN, body: { status: 'suspended' } }],
    },
    'DELETE /v1/subscribers/{id}': {
      summary: 'Delete a subscriber',
      answer: 'done',
      examples: [{ title: 'Delete', program, path: ANN }],
    },
  },
  "Subscribers' rewards": {
    'POST /v1/rewards': {
      summary: 'Create a reward',
      answer: 'NewsletterReward',
      examples: [
        {
          title: 'A book for ten referred subscribers',
          program,
          body: {
            name: 'Book',
            subscribers_count: 10,
            fulfillment_type: 'url_link',
            fulfillment_value: 'https://shop.example/book',
          },
        },
      ],
    },
    'GET /v1/rewards/{id}': {
      summary: 'Get a reward',
      answer: 'NewsletterReward',
      examples: [{ title: 'Get', program, path: { id: 1 } }],
    },
    'PUT /v1/rewards/{id}': {
      summary: 'Change a reward',
      description:
        'What is left out stays; an empty text takes the description or the value away. Nobody earns an archived reward any more; who has it keeps it.',
      answer: 'NewsletterReward',
      examples: [
        {
          title: 'Have nobody earn it any more',
          program,
          path: { id: 1 },
          body: { status: 'archived' },
        },
      ],
    },
    'GET /v1/rewards/{id}/subscribers': {
      summary: 'List who earned a reward',
      answer: { list: 'RewardedSubscriber' },
      examples: [{ title: 'List who earned it', program, path: { id: 1 } }],
    },
  },
} satisfies Record<string, Operations>
