import type { Operations } from '../operation.js'

export const sessions = {
  'Signing in': {
    'POST /auth/v1/sign-in': {
      summary: 'Sign in',
      description:
        'Sets the cookie `pollen_session`, good for 30 days from its last use, and tells the programs that it opens. A wrong password and an unknown address are answered alike, with 401; after 10 attempts for one account within a minute, or 20 from one address, with 429.',
      answer: 'Session',
      access: 'anyone',
      examples: [
        {
          title: 'Sign in',
          body: { email: 'ann@shop.example', password: 'heather and sweet clover' },
        },
      ],
    },
    'GET /auth/v1/session': {
      summary: 'Get who is signed in',
      answer: 'Session',
      access: 'session',
      examples: [{ title: 'Get who is signed in' }],
    },
    'POST /auth/v1/programs': {
      summary: 'Create a program',
      description:
        'For accounts that open all programs, others are answered 403. The API key is shown this once.',
      answer: 'NewProgram',
      access: 'session',
      examples: [
        {
          title: 'Create a program that pays a fifth',
          body: {
            name: 'Shop',
            website: 'https://shop.example',
            type: 'affiliate',
            currency: 'EUR',
            commission: '20%',
          },
        },
      ],
    },
    'POST /auth/v1/sign-out': {
      summary: 'Sign out',
      description: 'Ends the session of the cookie, if there is one.',
      answer: 'done',
      access: 'anyone',
      examples: [{ title: 'Sign out' }],
    },
  },
} satisfies Record<string, Operations>
