import { Type } from 'typebox'
import type { Operations } from '../operation.js'

const PROGRAM = { program_id: 'MOBTGEKX' }
const event = { session: '0b51a4c5-6b0e-4c39-a5a6-1f3a2cbeed1f' }

export const publicEvents = {
  'For browsers': {
    'GET /health': {
      summary: 'Ask whether the database answers',
      description: 'Answered with 503 while it does not.',
      answer: { raw: Type.Object({ status: Type.Literal('ok') }) },
      access: 'anyone',
      examples: [{ title: 'Is it well?' }],
    },
    'GET /ready': {
      summary: 'Ask whether to send requests to this node',
      description:
        'Answered with 503 while its database does not answer, takes no writes, or its queues are full.',
      answer: { raw: Type.Object({ status: Type.Literal('ok') }) },
      access: 'anyone',
      examples: [{ title: 'Is it ready?' }],
    },
    'GET /pub/v1/programs/{program_id}': {
      summary: 'Get the settings by which a page tracks',
      answer: 'PublicProgram',
      access: 'anyone',
      examples: [{ title: 'Get settings', path: PROGRAM }],
    },
    'POST /pub/v1/programs/{program_id}/clicks': {
      summary: 'Report a click on a referral link',
      description: 'Safe to send again: the same id is recorded once, and answered with 200.',
      answer: 'Referrer',
      status: 201,
      access: 'anyone',
      examples: [
        {
          title: 'Report a click',
          path: PROGRAM,
          body: {
            id: '0198b2f0-5e2a-7c3d-9f10-2b6f7d1c8e4a',
            key: 'ref_123',
            url: 'https://shop.example/?aff=ref_123',
            referrer: 'https://blog.example/',
            at: 1_780_000_000_000,
            ...event,
          },
        },
      ],
    },
    'POST /pub/v1/programs/{program_id}/customers': {
      summary: 'Report a sign-up',
      answer: 'PublicCustomer',
      status: 201,
      access: 'anyone',
      examples: [
        {
          title: 'Report a sign-up',
          path: PROGRAM,
          body: {
            id: '0198b2f0-5e2a-7c3d-9f10-2b6f7d1c8e4b',
            data: { key: 'customer_789', email: 'cleo@example.com' },
            key: 'ref_123',
            url: 'https://shop.example/sign-up',
            ...event,
          },
        },
      ],
    },
    'GET /pub/v1/programs/{program_id}/referrals': {
      summary: 'Get what a widget shows',
      description:
        'In refer-a-friend programs. With a widget token as `Authorization: Bearer <token>`, what came of the link of the customer whom it is for; else what the program offers, and the link of `key`.',
      answer: 'Widget',
      access: 'anyone',
      examples: [
        {
          title: 'Get the offer and a link',
          program: 'refer_a_friend',
          path: PROGRAM,
          query: { key: 'ref_456' },
        },
      ],
    },
    'POST /pub/v1/programs/{program_id}/referrers': {
      summary: 'Get a link to refer others by',
      description:
        'In refer-a-friend programs where `portal_settings.embeddable_form_enabled` is on. The answer is the same whether or not the address was known: its link, which credits whoever has the address. `key` is that of the link by which they came themselves.',
      answer: 'PublicReferralLink',
      access: 'anyone',
      examples: [
        {
          title: 'Get a link',
          program: 'refer_a_friend',
          path: PROGRAM,
          body: { email: 'cleo@example.com' },
        },
      ],
    },
  },
} satisfies Record<string, Operations>
