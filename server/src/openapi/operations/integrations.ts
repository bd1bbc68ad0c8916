import type { Operations } from '../operation.js'

const HOOK = { key: 'hook_123' }
const DELIVERY = { key: 'hook_123', id: '0198b2f0-0000-7000-8000-000000000003' }
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

export const integrations = {
  Webhooks: {
    'GET /v1/webhooks': {
      summary: 'List webhooks',
      answer: { list: 'Webhook' },
      examples: [
        { title: 'List webhooks' },
        { title: 'List those that are paused', query: { is_active: 'false' } },
      ],
    },
    'POST /v1/webhooks': {
      summary: 'Create a webhook',
      answer: 'Webhook',
      examples: [
        {
          title: 'Hear of new partners and sales',
          body: {
            name: 'Back end',
            url: 'https://shop.example/webhooks',
            events: ['partner.created', 'transaction.created'],
          },
        },
      ],
    },
    'GET /v1/webhooks/{key}': {
      summary: 'Get a webhook',
      answer: 'Webhook',
      examples: [{ title: 'Get a webhook', path: HOOK }],
    },
    'PUT /v1/webhooks/{key}': {
      summary: 'Update a webhook',
      answer: 'Webhook',
      examples: [{ title: 'Pause', path: HOOK, body: { is_active: false } }],
    },
    'DELETE /v1/webhooks/{key}': {
      summary: 'Delete a webhook',
      answer: 'done',
      examples: [{ title: 'Delete a webhook', path: HOOK }],
    },
    'GET /v1/webhooks/{key}/deliveries': {
      summary: "List a webhook's messages and the attempts to deliver them",
      answer: { list: 'WebhookDelivery' },
      examples: [{ title: 'List messages', path: HOOK }],
    },
    'POST /v1/webhooks/{key}/deliveries/{id}/resend': {
      summary: 'Send a message again',
      answer: 'WebhookDelivery',
      examples: [{ title: 'Send one again', path: DELIVERY }],
    },
    'POST /v1/webhooks/{key}/resend': {
      summary: 'Send again all messages that were given up',
      answer: 'Resent',
      examples: [{ title: 'Send all again', path: HOOK }],
    },
  },
  'Payment providers': {
    'GET /v1/integrations': {
      summary: 'List connected payment providers',
      answer: { rows: 'PaymentProvider' },
      examples: [{ title: 'List providers' }],
    },
    'PUT /v1/integrations/{provider}': {
      summary: 'Connect a payment provider',
      description: 'Or give it another secret.',
      answer: 'PaymentProvider',
      examples: [{ title: 'Connect Stripe', path: { provider: 'stripe' }, body: { secret } }],
    },
    'DELETE /v1/integrations/{provider}': {
      summary: 'Disconnect a payment provider',
      answer: 'done',
      examples: [{ title: 'Disconnect Stripe', path: { provider: 'stripe' } }],
    },
    'POST /v1/integrations/{provider}/{program_id}/webhook': {
      summary: 'Take a message of a payment provider',
      description: 'For the providers alone: each message is known by its signature.',
      answer: 'done',
      access: 'signature',
      examples: [],
    },
  },
} satisfies Record<string, Operations>
