import type { Letter } from './letter.js'

/** Tells a partner who waited that they are in. */
export const approvalLetter = (program: { name: string }, portalUrl: string): Letter => ({
  subject: `You are a partner of ${program.name}`,
  sender: program.name,
  paragraphs: [
    'Hello,',
    `${program.name} has approved you. Your link waits for you on your partner page; sign in there with this address.`,
  ],
  action: { label: 'Open your partner page', url: portalUrl },
  reason: `You get this letter because you applied to be a partner of ${program.name}.`,
})
