import type { Letter } from './letter.js'

/**
 * Asks a customer to tell others.
 *
 * @param name What the customer is called, if that is known.
 * @param url The customer's own link.
 */
export const invitationLetter = (
  program: { name: string },
  name: string | null,
  url: string,
): Letter => ({
  subject: `Your link for friends of ${program.name}`,
  sender: program.name,
  paragraphs: [
    name ? `Hello ${name},` : 'Hello,',
    `you know ${program.name}, and perhaps somebody who should. This link is yours: whoever follows it and becomes a customer, came by you.`,
    'Copy it and send it to whom you like.',
  ],
  action: { label: 'Your link', url },
  reason: `You get this letter because ${program.name} invited you to its programme for friends. Nothing more will come unless you use the link.`,
})
