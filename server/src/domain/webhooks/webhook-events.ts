import type { ProgramType } from '../../store/database.js'

const CUSTOMER = ['customer.created', 'customer.updated', 'customer.deleted'] as const
const SALE = [
  'transaction.created',
  'transaction.updated',
  'transaction.deleted',
  'reward.created',
  'reward.approved',
  'reward.paid',
] as const

/** What webhooks can be told of, per type of program. */
export const webhookEvents = {
  affiliate: [
    'partner.created',
    'partner.updated',
    'partner.deleted',
    'partner.approved',
    'partner.rejected',
    'partner.archived',
    ...CUSTOMER,
    ...SALE,
    'lead.submitted',
    'lead.converted',
    'lead.rejected',
  ],
  refer_a_friend: [...CUSTOMER, 'customer.credited', 'customer.rewarded', ...SALE],
  newsletter: [
    'subscriber.created',
    'subscriber.updated',
    'subscriber.deleted',
    'subscriber.rewarded',
  ],
} as const satisfies Record<ProgramType, readonly string[]>

export type WebhookEvent = (typeof webhookEvents)[ProgramType][number]
